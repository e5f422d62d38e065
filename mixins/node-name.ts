// What this node is called. Two of one name would both carry out what is asked of either, and Moleculer
// ends the one that runs as soon as it hears of the other: so a node asks for its name before it joins.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** Made up anew by each start: only a copy of a machine that runs meets its own. */
export const nodeID = `${hostname()}-${process.pid}-${randomBytes(3).toString("hex")}`;

/** Where a node that has this name answers who asks for it. */
export const nameTopic = (name: string) => `mall.name.${name}`;

/** So long the system desk shows it. */
const shownMs = 3_600_000;
let askedForAt = -Infinity;

/** Another start wanted this node's name, and was refused. */
export const noteNamesake = () => void (askedForAt = performance.now());

export const hadNamesake = () => performance.now() - askedForAt < shownMs;
