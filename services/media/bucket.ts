// Pictures in a bucket of S3, or of what speaks like it: every node sees the same.
import {
	DeleteObjectCommand,
	GetObjectCommand,
	HeadBucketCommand,
	NoSuchKey,
	PutObjectCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { StoreDown } from "#mixins/adapters/adapter";
import type { PictureStore } from "./files.ts";

const patience = { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** `https://KEY:SECRET@host/bucket/folder?region=…`; without a key, who the machine is counts. */
export class Bucket implements PictureStore {
	#client: S3Client;
	#name: string;
	#folder: string;

	constructor(url: string) {
		const { protocol, host, username, password, pathname, searchParams } = new URL(url);
		const [name = "", ...folders] = pathname.split("/").filter(Boolean);
		this.#name = name;
		this.#folder = folders.map((folder) => `${folder}/`).join("");
		const accessKeyId = decodeURIComponent(username);
		const secretAccessKey = decodeURIComponent(password);
		this.#client = new S3Client({
			endpoint: `${protocol}//${host}`,
			region: searchParams.get("region") ?? "us-east-1",
			forcePathStyle: true,
			// Why: servers that are not Amazon's know no other checksums.
			requestChecksumCalculation: "WHEN_REQUIRED",
			responseChecksumValidation: "WHEN_REQUIRED",
			requestHandler: patience,
			...(accessKeyId && { credentials: { accessKeyId, secretAccessKey } }),
		});
	}

	async read(path: string) {
		try {
			const found = await this.#client.send(new GetObjectCommand(this.#at(path)));
			return found.Body && Buffer.from(await found.Body.transformToByteArray());
		} catch (error) {
			if (error instanceof NoSuchKey) return undefined;
			throw down(error);
		}
	}

	async write(path: string, data: Buffer | string) {
		const Body = Buffer.from(data);
		await this.#client
			.send(new PutObjectCommand({ ...this.#at(path), Body }))
			.catch((error: unknown) => Promise.reject(down(error)));
	}

	async remove(path: string) {
		await this.#client
			.send(new DeleteObjectCommand(this.#at(path)))
			.catch((error: unknown) => Promise.reject(down(error)));
	}

	/** Fails where the bucket is not there, or not for us. */
	async check() {
		await this.#client.send(new HeadBucketCommand({ Bucket: this.#name }));
	}

	close() {
		this.#client.destroy();
	}

	#at(path: string) {
		return { Bucket: this.#name, Key: this.#folder + path };
	}
}

const down = (error: unknown) =>
	new StoreDown(error instanceof Error ? error : new Error(String(error)));
