"""What an eye sees at a place of the drawn column: an id picture, asked at single points.

The solid view is looked at through the camera of ``face/solids_camera.js``, written here anew; the flat drawing is read
from its shapes, of which the last one drawn lies on top.
"""

import numpy as np

from spine_edu.anatomy.column import scene
from spine_edu.anatomy.solids.binding import move, moves
from spine_edu.anatomy.solids.parts import all_parts

#: As in solids_camera.js (radians), and a usual stage: its width by its height, and the share taken by words.
FIELD, _ASPECT, _WORDS = 0.36, 1.5, 0.3


class Eye:
    """The solid view of a `ColumnResult`, as triangles on the picture."""

    def __init__(self, result):
        self.codes, self.moved = scene.shown(result), moves(result)
        self._look(scene.camera(result))
        self.numbers, corners = [], []
        for number, part in enumerate(all_parts()):
            if self.codes[number]:
                points = self.on_picture(move(part.vertices, part.frame, part.weight, self.moved))
                corners.append(points[part.triangles])
                self.numbers.append(np.full(len(part.triangles), number))
        self.corners, self.numbers = np.concatenate(corners), np.concatenate(self.numbers)
        self.low, self.high = self.corners[..., :2].min(axis=1), self.corners[..., :2].max(axis=1)

    def _look(self, camera):
        turn, tip, half = np.radians(camera["azimuth"]), np.radians(camera["elevation"]), np.tan(FIELD / 2)
        self.out = np.array([np.sin(turn) * np.cos(tip), np.cos(turn) * np.cos(tip), np.sin(tip)])
        wide = camera["wide"] / (1 - _WORDS)
        away = max(camera["reach"] / half, wide / (half * _ASPECT)) * 1.06 + camera["reach"] / 4
        self.place = np.array(camera["target"]) + self.out * away
        self.right = np.cross([0.0, 0.0, 1.0], self.out)
        self.right /= np.linalg.norm(self.right)
        self.up = np.cross(self.out, self.right)

    def on_picture(self, points):
        """Return where points (n, 3) lie: across and up as slopes of the line of sight, and their distance in mm."""
        rays = points - self.place
        away = -(rays @ self.out)
        return np.stack([rays @ self.right / away, rays @ self.up / away, away], axis=1)

    def seen(self, point):
        """Return the `Part` that is seen at a point (3,) of space and how much farther it lies (mm), or None and 0."""
        x, y, away = self.on_picture(point[None])[0]
        near = ((self.low <= (x, y)) & (self.high >= (x, y))).all(axis=1)
        (ax, ay, az), (bx, by, bz), (cx, cy, cz) = self.corners[near].transpose(1, 2, 0)
        area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy)
        area = np.where(np.abs(area) < 1e-15, np.inf, area)
        one = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / area
        two = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / area
        inside = (one >= 0) & (two >= 0) & (one + two <= 1) & np.isfinite(area)
        if not inside.any():
            return None, 0.0
        distance = np.where(inside, one * az + two * bz + (1 - one - two) * cz, np.inf)
        nearest = distance.argmin()
        return all_parts()[self.numbers[near][nearest]], float(distance[nearest] - away)

    def point(self, spot):
        """Return the point (3,) that a `Spot` names now."""
        return spot.now(self.moved)


def on_top(shapes, x, y):
    """Return the name of the uppermost shape of a flat drawing at a point, or None; a line is as thick as 1.2 mm."""
    found = None
    for shape in shapes:
        loops = [
            np.array([[float(value) for value in pair.split(",")] for pair in piece.rstrip("Z").split("L")])
            for piece in shape["path"].split("M")[1:]
        ]
        if shape["fillcolor"]:
            inside = sum(_winding(loop, x, y) for loop in loops) != 0
        else:
            inside = any(len(loop) > 1 and _distance(loop, x, y) < 1.2 for loop in loops)
        found = shape["name"] if inside else found
    return found


def _winding(loop, x, y):
    """How often a closed line (n, 2) runs around a point."""
    (ax, ay), (bx, by) = loop.T, np.roll(loop, -1, axis=0).T
    side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
    return int(((ay <= y) & (by > y) & (side > 0)).sum() - ((ay > y) & (by <= y) & (side < 0)).sum())


def _distance(line, x, y):
    """How far a point lies from an open line (n, 2)."""
    start, along = line[:-1], np.diff(line, axis=0)
    share = ((np.array([x, y]) - start) * along).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-9)
    nearest = start + np.clip(share, 0.0, 1.0)[:, None] * along
    return np.hypot(*(nearest - [x, y]).T).min()
