// Each test file has a database of its own on the true servers.
import { randomUUID } from "node:crypto";

const { REAL_MONGO_URL } = process.env;
if (REAL_MONGO_URL) process.env.MONGO_URL = `${REAL_MONGO_URL}/test-${randomUUID()}`;
