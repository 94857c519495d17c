import compression from 'compression';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Typed for Express, written for any server of Node. */
const squeeze = compression({ filter: isWorthwhile }) as Middleware;

/**
 * Our own pages ask on the same machine, where packing costs more than it saves; of a download people want to see how
 * much is left, and a part of it is asked for by the bytes of the file as it lies.
 */
function isWorthwhile(...[request, response]: Parameters<typeof compression.filter>): boolean {
	const isFile = ['content-range', 'content-disposition'].some((name) => response.hasHeader(name));
	if (request.headers['x-internal-key'] !== undefined || isFile) return false;
	return compression.filter(request, response);
}

/**
 * Answers as the browser can unpack them: a grid of 300 people is 1.4 MB of markup and a few kilobytes on the line. What
 * the build has packed already goes as it is. To guess at a page by its packed length a stranger would have to make it
 * open by the thousand in the person's own window: cookies are `SameSite=Lax`.
 */
export function compressed(listener: RequestListener): RequestListener {
	return (request, response) => {
		squeeze(request, response, () => listener(request, response));
	};
}
