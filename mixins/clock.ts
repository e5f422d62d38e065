// The only places where time and ids are made; domain functions are given both.
import { v7 } from "uuid";

/** Now, as every document and answer writes it: ISO 8601, UTC, milliseconds. */
export const now = () => new Date().toISOString();

/** A new id, ordered by time (UUIDv7). */
export const newId = () => v7();
