/** The environment of the server's programs: ours, with messages that a log reader can search. */
export function serverEnvironment(): NodeJS.ProcessEnv {
	const { LC_ALL: _dropped, ...environment } = process.env;
	return { ...environment, LC_MESSAGES: 'C' };
}
