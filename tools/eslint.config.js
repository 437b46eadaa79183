// What holds for every piece of JavaScript here; types are checked by tsc (tsconfig.json).

import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/.venv/", "**/build/", "**/dist/", "**/.ipynb_checkpoints/"] },
  js.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "eqeqeq": "error",
      "max-len": ["error", { code: 120 }],
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", 50],
      "no-restricted-properties": ["error",
        { property: "innerHTML", message: "What comes from data or a reader is text: use textContent." },
        { property: "outerHTML", message: "What comes from data or a reader is text: use textContent." },
        { property: "insertAdjacentHTML", message: "What comes from data or a reader is text: use textContent." }],
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
