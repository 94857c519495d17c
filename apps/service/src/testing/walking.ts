import type { LightMyRequestResponse } from 'fastify';
import { unzipSync } from 'fflate';
import type { Visitor } from './visitor.ts';

type Parameter = { name: string; in: string; required?: boolean };
type Described = { paths: Record<string, Record<string, { parameters?: Parameter[] }>> };

export type Seen = { url: string; status: number; said: string };
/** What may stand for a parameter of an address, by its name; `holder` for the `id` of what has several more under it. */
export type Places = Record<string, string[]>;

/** Visits every address of the service that is only read, with everything that may stand in it; the list is the service's own. */
export async function walk(visitor: Visitor, places: Places, queries: Places): Promise<Seen[]> {
	const { paths } = (await visitor.inject({ url: '/api/openapi.json' })).json<Described>();
	const seen: Seen[] = [];
	for (const [path, { get }] of Object.entries(paths)) {
		if (!get) continue;
		for (const url of addresses(path, places)) {
			const query = (get.parameters ?? []).filter(({ in: where }) => where === 'query');
			for (const whole of [url, ...withQueries(url, query, queries)]) {
				const response = await visitor.inject({ url: whole });
				seen.push({ url: whole, status: response.statusCode, said: saidBy(response) });
			}
		}
	}
	return seen;
}

/** Every byte of an answer: its status line, its head and its body, with what lies in an archive. */
function saidBy({ statusMessage, headers, rawPayload }: LightMyRequestResponse): string {
	const head = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
	return [
		statusMessage,
		...head,
		...head.map(decoded),
		rawPayload.toString('utf8'),
		unpacked(rawPayload)
	].join('\n');
}

function unpacked(bytes: Buffer): string {
	if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return '';
	const parts = Object.entries(unzipSync(bytes)).map(
		([path, part]) => `${path}\n${Buffer.from(part).toString()}`
	);
	return parts.join('\n');
}

function decoded(line: string): string {
	try {
		return decodeURIComponent(line);
	} catch {
		return line;
	}
}

function addresses(path: string, places: Places): string[] {
	const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
	const standing = (name: string) => {
		const holder = name === 'id' && names.length > 1;
		return (holder && places.holder) || (places[name] ?? ['1']);
	};
	return names.reduce(
		(urls, name) => urls.flatMap((url) => standing(name).map((place) => url.replace(`{${name}}`, place))),
		[path]
	);
}

function withQueries(url: string, asked: Parameter[], queries: Places): string[] {
	return asked.flatMap(({ name }) =>
		(queries[name] ?? []).map((value) => `${url}?${name}=${encodeURIComponent(value)}`)
	);
}
