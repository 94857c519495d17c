import { get, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compressed } from './compressed.ts';
import { serve } from './one-port.ts';

const PAGE = '<p>Стажёр</p>'.repeat(1000);
const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
});

async function ask(listener: RequestListener, headers: IncomingHttpHeaders) {
	const server = serve(compressed(listener));
	closing.push(() => server.close());
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
		get({ port, headers, agent: false }, (response) => {
			void buffer(response).then((body) => {
				resolve({ headers: response.headers, body });
			}, reject);
		}).on('error', reject);
	});
}

const answer = (headers: Record<string, string>, body: string | Buffer = PAGE): RequestListener => {
	return (_, response) => response.writeHead(200, headers).end(body);
};
const HTML = { 'content-type': 'text/html', 'content-length': String(Buffer.byteLength(PAGE)) };
const BROWSER = { 'accept-encoding': 'gzip, deflate' };

test('a page goes packed to whoever can unpack it, and whole', async () => {
	const { headers, body } = await ask(answer(HTML), BROWSER);
	expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
	expect(body.length).toBeLessThan(PAGE.length / 50);
	expect(gunzipSync(body).toString()).toBe(PAGE);
});

test.each<[string, RequestListener, IncomingHttpHeaders]>([
	['who cannot unpack', answer(HTML), {}],
	['our own pages, on the same machine', answer(HTML), { ...BROWSER, 'x-internal-key': 'k' }],
	['a picture', answer({ 'content-type': 'image/png' }), BROWSER],
	['a download', answer({ ...HTML, 'content-disposition': 'attachment' }), BROWSER],
	['a part of a file', answer({ ...HTML, 'content-range': 'bytes 0-99/200' }), BROWSER],
	['a few words', answer({ 'content-type': 'text/html', 'content-length': '4' }, 'да'), BROWSER]
])('as it is: %s', async (_, listener, asked) => {
	const { headers, body } = await ask(listener, asked);
	expect(headers['content-encoding']).toBeUndefined();
	expect([PAGE, 'да']).toContain(body.toString());
});

test('what the build has packed is not packed again', async () => {
	const packed = Buffer.from('packed already');
	const { headers, body } = await ask(
		answer({ ...HTML, 'content-encoding': 'br', 'content-length': '14' }, packed),
		{
			'accept-encoding': 'br, gzip'
		}
	);
	expect([headers['content-encoding'], body]).toEqual(['br', packed]);
});
