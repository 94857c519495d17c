import type { RequestEvent } from '@sveltejs/kit';
import { API_URL, INTERNAL_KEY } from '$app/env/private';
import { createCall, type Call, type CallRefusal } from '@stazhirovka/contract/client';
import type { Endpoint, Input, Output } from '@stazhirovka/contract/endpoint';
import { uploadFile, type FileInfo } from '@stazhirovka/contract/files';
import type { Result } from '@stazhirovka/domain/result';

/** Where a file belongs; nowhere yet when all are absent. */
export type FilePlace = Partial<
	Record<'enrolmentId' | 'roomId' | 'actId' | 'applicationId' | 'siteId', string>
>;
export type SendFile = (file: File, place: FilePlace) => Promise<Result<FileInfo, CallRefusal>>;
/** A request by the contract whose body is a form with a file in it. */
export type SendParts = <E extends Endpoint>(
	e: E,
	input: Input<E>,
	parts: FormData
) => Promise<Result<Output<E>, CallRefusal>>;

/** A file that the service prints, or its refusal; `path` is that of the API. */
export type Download = (path: string) => Promise<Response>;

type Line = {
	call: Call;
	sendFile: SendFile;
	sendParts: SendParts;
	download: Download;
	returnCookies: (headers: Headers) => void;
};

/**
 * The line from one page request to the service: it speaks with the visitor's cookie, address and browser,
 * and hands the service's cookies back to them.
 */
export function openLine(event: RequestEvent): Line {
	const cookies: string[] = [];

	async function send(input: RequestInfo | URL, init?: RequestInit) {
		// Not `event.fetch`: it answers an address of this very server without the network, so the page would call itself.
		const response = await fetch(input, init);
		cookies.push(...response.headers.getSetCookie());
		return response;
	}

	/** What came with a form without scripts goes on to the service as it came. */
	const sendParts: SendParts = (e, input, parts) => {
		const call = createCall(
			(url, init) => send(url, { ...init, body: parts }),
			`${API_URL}/api`,
			() => visitor(event)
		);
		return call(e, input);
	};

	function sendFile(file: File, place: FilePlace) {
		const parts = new FormData();
		parts.append('file', file);
		return sendParts(uploadFile, { querystring: place }, parts);
	}

	return {
		call: createCall(send, `${API_URL}/api`, () => visitor(event)),
		sendFile,
		sendParts,
		download: (path) => send(`${API_URL}/api${path}`, { headers: visitor(event) }),
		returnCookies: (headers) => cookies.forEach((cookie) => headers.append('set-cookie', cookie))
	};
}

function visitor(event: RequestEvent): Record<string, string> {
	const said = (name: string) => event.request.headers.get(name) ?? '';

	return {
		cookie: said('cookie'),
		'x-internal-key': INTERNAL_KEY,
		'user-agent': said('user-agent'),
		'x-forwarded-for': event.getClientAddress(),
		'x-forwarded-proto': event.url.protocol.replace(':', ''),
		'x-forwarded-host': event.url.host
	};
}
