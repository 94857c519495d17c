import type { run } from '@stazhirovka/service/main';

type Options = Omit<Parameters<typeof run>[0], 'pages'>;

/** Not an argument: the options hold a password, and arguments are seen by every user of the machine. */
const VARIABLE = 'STAZHIROVKA_WATCHED_OPTIONS';

export function pack(options: Options): NodeJS.ProcessEnv {
	return { [VARIABLE]: JSON.stringify(options) };
}

export function unpack(): Options {
	return JSON.parse(process.env[VARIABLE] ?? '{}') as Options;
}
