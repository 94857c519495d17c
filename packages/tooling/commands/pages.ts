import { pathToFileURL } from 'node:url';
import type { run } from '@stazhirovka/service/main';

export type Pages = NonNullable<Parameters<typeof run>[0]['pages']>;

/** adapter-node takes every request for https unless this header, which the service sets, says otherwise. */
const PROTOCOL_HEADER = 'x-stazhirovka-proto';

/** A form without JavaScript carries its file through the pages: the service's 50 MB and the fields around it. */
const LONGEST_FORM = '51M';

/** Loads the built pages. They read their surroundings from the environment, so it is set first. */
export async function loadPages(handlerFile: string, apiUrl: string): Promise<Pages> {
	process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	process.env.BODY_SIZE_LIMIT = LONGEST_FORM;
	process.env.API_URL = apiUrl;

	const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: Pages };
	return handler;
}
