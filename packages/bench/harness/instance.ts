import type { service } from '../servers/service.ts';
import { openChild, type Child } from './child.ts';
import type { OwnDatabase } from './database.ts';

type Process = Child<typeof service>;
export type Instance = Process & { port: number };
type Wanted = { natsUrl?: string; mayForget?: boolean };

/** A process of the product that has read its code and waits to be told on what database and port. */
export function prepareInstance({ natsUrl }: Wanted = {}): Process {
	const env = { NATS_URL: natsUrl, PUBLIC_URL: undefined, LOG_LEVEL: 'silent' };
	return openChild<typeof service>(new URL('../servers/service.ts', import.meta.url), {
		flags: ['--expose-gc'],
		env
	});
}

/** One process of the product on a port of its own, ready to be asked. */
export async function openInstance(
	{ url, dataDir }: Pick<OwnDatabase, 'url' | 'dataDir'>,
	port: number,
	wanted: Wanted = {},
	child = prepareInstance(wanted)
): Promise<Instance> {
	await child.ask('start', url, port, dataDir, wanted.mayForget ?? false);
	return Object.assign(child, { port });
}

/** What a page of ours sends with an upgrade. */
export function headersOf(port: number, cookie: string): Record<string, string> {
	return { cookie, origin: `http://127.0.0.1:${port}` };
}
