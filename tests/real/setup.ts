// Each test file has a database, an index and a folder of its own on the true servers.
import { randomUUID } from "node:crypto";

const { REAL_MONGO_URL, REAL_ELASTICSEARCH_URL, REAL_S3_URL } = process.env;
const name = `test-${randomUUID()}`;
if (REAL_MONGO_URL) process.env.MONGO_URL = `${REAL_MONGO_URL}/${name}`;
if (REAL_ELASTICSEARCH_URL)
	process.env.ELASTICSEARCH_URL = `${REAL_ELASTICSEARCH_URL}?index=${name}`;
if (REAL_S3_URL) process.env.S3_URL = `${REAL_S3_URL}/${name}`;
