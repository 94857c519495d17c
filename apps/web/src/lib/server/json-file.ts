import { jsonFault } from '#lib/imports/json-fault.ts';

type Fault = { problem: string; details: Record<string, unknown> };
type Read = { document: unknown; fault: null } | { document: null; fault: Fault };

/** With its spaces and line breaks a file of ours takes less than half of it. */
const LARGEST = 4_194_304;

/** These JSON may name and JavaScript takes for something else than data. */
const RESERVED = ['__proto__', 'prototype'];

/** What a chosen file says as JSON, or why it does not: it may be no file, empty, too large, or break off somewhere. */
export async function readJsonFile(data: FormData, name: string): Promise<Read> {
	const file = data.get(name);
	if (!(file instanceof File) || !file.name) return refused('file.absent');
	if (file.size > LARGEST) return refused('import.too_large', { limit: LARGEST / 1_048_576 });
	const text = await file.text();
	if (!text.trim()) return refused('file.empty');

	const fault = jsonFault(text);
	if (fault) return refused('import.not_json', fault);
	try {
		return readable(text);
	} catch {
		// It is sound, so nothing but the stack can have ended.
		return refused('import.too_deep');
	}
}

function readable(text: string): Read {
	const reserved = new Set<string>();
	const document: unknown = JSON.parse(text, (key, value: unknown) => {
		if (RESERVED.includes(key)) reserved.add(key);
		return value;
	});
	const [found] = reserved;
	return found ? refused('import.reserved_field', { found }) : { document, fault: null };
}

function refused(problem: string, details: Record<string, unknown> = {}): Read {
	return { document: null, fault: { problem, details } };
}
