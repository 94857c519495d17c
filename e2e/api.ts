import { createCall, type Call } from '@stazhirovka/contract/client';
import type { Endpoint, Input, Output } from '@stazhirovka/contract/endpoint';

/** One person at the API, with the session of that person's browser. */
export type Api = {
	/** A request by the contract; refusals are answers. */
	call: Call;
	/** The same where a refusal would be a fault of the test. */
	must<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Output<E>>;
	/** A file, sent as the pages send it. */
	upload(file: File, place: { enrolmentId?: string; roomId?: string }): Promise<string>;
	/** The bytes of a path under our address. */
	download(path: string): Promise<Buffer>;
};

/** Speaks to the service as the pages of `baseURL` do: the same cookie and the same origin. */
export function openApi(baseURL: string, cookie: string): Api {
	const headers = { cookie, origin: baseURL };
	const call = createCall(fetch, `${baseURL}/api`, () => headers);

	return {
		call,
		must: (endpoint, input) => must(call, endpoint, input),

		async upload(file, place) {
			const body = new FormData();
			body.append('file', file);
			const url = `${baseURL}/api/files?${new URLSearchParams(place)}`;
			const { id } = (await (await fetch(url, { method: 'POST', headers, body })).json()) as { id: string };
			return id;
		},

		async download(path) {
			const response = await fetch(`${baseURL}${path}`, { headers });
			if (!response.ok) throw new Error(`${path}: ${response.status}`);
			return Buffer.from(await response.arrayBuffer());
		}
	};
}

async function must<E extends Endpoint>(call: Call, endpoint: E, input: Input<E>): Promise<Output<E>> {
	const answer = await call(endpoint, input);
	if (!answer.ok) throw new Error(`${endpoint.method} ${endpoint.url}: ${JSON.stringify(answer.refusal)}`);
	return answer.value;
}
