// What everything is compared with: node:http answering 4 KB and doing nothing else.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = Buffer.alloc(4096, "a");
const server = createServer((_req, res) => {
	res.writeHead(200, { "Content-Type": "text/plain", "Content-Length": body.length });
	res.end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
