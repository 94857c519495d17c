import compression from 'compression';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Typed for Express, written for any server of Node. */
const squeeze = compression({ filter: isWorthwhile }) as Middleware;

/**
 * Our own pages ask on the same machine, where packing costs more than it saves; a part of a file is asked for by the
 * bytes of the file as it lies.
 */
function isWorthwhile(...[request, response]: Parameters<typeof compression.filter>): boolean {
	if (request.headers['x-internal-key'] !== undefined || response.hasHeader('content-range')) return false;
	return compression.filter(request, response);
}

/**
 * Answers as the browser can unpack them: a grid of 300 people is 1.4 MB of markup and a few kilobytes on the line. What
 * the build has packed already goes as it is. A stranger cannot guess at a page by its packed length: cookies are
 * `SameSite=Lax`, so that no foreign page can ask for ours unseen.
 */
export function compressed(listener: RequestListener): RequestListener {
	return (request, response) => {
		squeeze(request, response, () => listener(request, response));
	};
}
