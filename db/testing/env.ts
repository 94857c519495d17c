/** How the process that started the server tells the processes that run the tests where it is. */
const VARIABLE = 'STAZHIROVKA_TEST_SERVER';

export function announceServer(url: string): void {
	process.env[VARIABLE] = url;
}

export function announcedServer(): string {
	const url = process.env[VARIABLE];
	if (!url) throw new Error('No test server: run the tests with vitest from the root of the repository');
	return url;
}
