// The printer's thread: a page takes some tenths of a second, which nobody else must wait for.
import { parentPort } from "node:worker_threads";
import pdfmake from "pdfmake";
import type { Invoice } from "#contracts/orders";
import type { Language } from "#contracts/schema";
import { page } from "./page.ts";
import { fonts } from "./text.ts";

export interface PrintJob {
	number: number;
	invoice: Invoice;
	locale: Language;
}
export type Printed = { number: number } & ({ bytes: Uint8Array } | { failed: string });

const files = Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold]);
pdfmake.setFonts(fonts);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => files.includes(path));

let working = Promise.resolve();

parentPort?.on("message", (job: PrintJob) => {
	working = working.then(async () => parentPort?.postMessage(await printed(job)));
});

async function printed({ number, invoice, locale }: PrintJob): Promise<Printed> {
	try {
		const bytes = await pdfmake.createPdf(page(invoice, locale)).getBuffer();
		return { number, bytes };
	} catch (error) {
		return { number, failed: error instanceof Error ? error.message : String(error) };
	}
}
