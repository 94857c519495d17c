/** What the service answered to one request of an upload. */
export type Answer = { status: number; head: (name: string) => string | null; body: string };

export type Asked = {
	method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
	url: string;
	head?: Record<string, string>;
	body?: Blob;
	/** Bytes of the body that have left. */
	onsent?: (bytes: number) => void;
	signal?: AbortSignal;
};
/** Rejects when no answer came. */
export type Ask = (asked: Asked) => Promise<Answer>;

/** A line on which nothing moves for so long is dead: nobody would tell us otherwise for minutes. */
const LONGEST_SILENCE = 30_000;

/** XMLHttpRequest, because `fetch` does not tell how much has been sent. */
export const askOverXhr: Ask = ({ method, url, head = {}, body, onsent, signal }) =>
	new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		const stop = () => request.abort();
		let silence = setTimeout(stop, LONGEST_SILENCE);

		request.upload.onprogress = ({ loaded }) => {
			clearTimeout(silence);
			silence = setTimeout(stop, LONGEST_SILENCE);
			onsent?.(loaded);
		};
		request.onload = () => {
			const { status, responseText } = request;
			resolve({ status, head: (name) => request.getResponseHeader(name), body: responseText });
		};
		request.onerror = request.onabort = () => reject(new Error('no answer'));
		request.onloadend = () => {
			clearTimeout(silence);
			signal?.removeEventListener('abort', stop);
		};
		signal?.addEventListener('abort', stop);
		request.open(method, url);
		for (const [name, value] of Object.entries({ 'tus-resumable': '1.0.0', ...head }))
			request.setRequestHeader(name, value);
		request.send(body);
	});

/** Over after so many milliseconds, as soon as the network is back, or when nobody waits any more. */
export function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const over = new AbortController();
		const done = () => {
			clearTimeout(timer);
			over.abort();
			resolve();
		};
		const timer = setTimeout(done, milliseconds);
		addEventListener('online', done, over);
		signal.addEventListener('abort', done, over);
	});
}
