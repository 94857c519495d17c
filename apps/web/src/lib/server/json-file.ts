import { jsonFault, type JsonFault } from '#lib/imports/json-fault.ts';

type Read = { document: unknown; fault: null } | { document: null; fault: JsonFault };

/** What a chosen file says as JSON, or where it stops being JSON; no file is an empty one. */
export async function readJsonFile(data: FormData, name: string): Promise<Read> {
	const file = data.get(name);
	const text = file instanceof File ? await file.text() : '';
	const fault = jsonFault(text);
	return fault ? { document: null, fault } : { document: JSON.parse(text), fault: null };
}
