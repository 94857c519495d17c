import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse
} from 'node:http';
import { compressed } from './compressed.ts';

export type Pages = (request: IncomingMessage, response: ServerResponse) => void;

const SECOND = 1000;
/**
 * A connection waits for its next request longer than proxies and browsers keep theirs (a minute), so that nobody sends
 * into one that is being closed; headers have longer than that, or they would be cut off on a connection that waited.
 */
const TIMEOUTS = {
	keepAliveTimeout: 75 * SECOND,
	headersTimeout: 80 * SECOND,
	// Long enough for the largest file over a slow line.
	requestTimeout: 300 * SECOND
};

/** The header by which the web app learns the protocol; overwritten on every request, so nobody can forge it. */
const PROTOCOL_HEADER = 'x-stazhirovka-proto';

/** Every server of the product, whoever answers. */
export function serve(listener: RequestListener): Server {
	return createServer(TIMEOUTS, listener);
}

/** `/api/*` goes to the service, everything else to the web app: one origin, first-party cookies, no CORS. */
export function onePort(pages: Pages, protocol: string) {
	return (api: RequestListener): Server =>
		serve(
			compressed((request, response) => {
				if (request.url?.startsWith('/api/')) return api(request, response);
				request.headers[PROTOCOL_HEADER] = protocol.replace(':', '');
				return pages(request, response);
			})
		);
}
