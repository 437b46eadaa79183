// Trim and compile what Python needs in a page, with the very Python that will run there.
//
//     node slim.mjs PYODIDE_FOLDER COURSE_ZIP OUT_FOLDER
//
// Writes OUT_FOLDER/python_stdlib.zip, and OUT_FOLDER/course/ with an archive for each topic and one for the ground.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [pyodide, course, out] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: pyodide });
const put = (name, file) => python.FS.writeFile(name, new Uint8Array(readFileSync(file)));
put("/course.zip", course);
put("/stdlib.zip", `${pyodide}/python_stdlib.zip`);
put("/slim.py", new URL("slim.py", import.meta.url));
python.runPython("import sys; sys.path[:0] = ['/', '/course.zip']; import slim; slim.main()");
const pieces = python.FS.readdir("/out/course").filter((name) => name.endsWith(".zip")).map((name) => `course/${name}`);
mkdirSync(`${out}/course`);
for (const name of ["python_stdlib.zip", ...pieces])
  writeFileSync(`${out}/${name}`, python.FS.readFile(`/out/${name}`));
