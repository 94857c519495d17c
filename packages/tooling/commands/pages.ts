import { pathToFileURL } from 'node:url';
import type { run } from '@stazhirovka/service/main';

type Pages = NonNullable<Parameters<typeof run>[0]['pages']>;

/** Loads the built pages, which read their surroundings from the environment at that moment. */
export async function loadPages(handlerFile: string): Promise<Pages> {
	const { handler } = (await import(pathToFileURL(handlerFile).href)) as { handler: Pages };
	return handler;
}
