import { ok, refuse } from '@stazhirovka/domain/result';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import { expect, test } from 'vitest';
import { uploadNameOf } from '../names.ts';
import { receiveFiles } from './receive-files.ts';

const rules = { kind: 'file' as const, maxFiles: 2, maxMegabytes: 5, extensions: ['pdf'] };
const form: FormDefinition = {
	key: 'f',
	title: 'F',
	sections: [{ key: 's', fields: [{ key: 'proof', label: 'Proof', ...rules }] }]
};

function post(...names: string[]) {
	const sent = new FormData();
	for (const name of names) sent.append(uploadNameOf('proof'), new File(['x'], name));
	sent.append(uploadNameOf('proof'), new File([], ''));
	return sent;
}

const stores = async (file: File) => ok({ id: `id of ${file.name}`, name: file.name, size: 1, mime: 'x' });

test('a file that came with the form is stored and named in the answer', async () => {
	const { answer, refused } = await receiveFiles(form, post('plan.pdf'), { proof: ['old'] }, stores, {});

	expect([answer, refused]).toEqual([{ proof: ['old', 'id of plan.pdf'] }, null]);
});

test('no more files are stored than the field holds', async () => {
	const { answer } = await receiveFiles(
		form,
		post('a.pdf', 'b.pdf', 'c.pdf'),
		{ proof: ['old'] },
		stores,
		{}
	);

	expect(answer).toEqual({ proof: ['old', 'id of a.pdf'] });
});

test('a refused file is told, and the others stay', async () => {
	const problem = { code: 'file.too_large', message: '', details: { limit: 5 } };
	const refusing = async (file: File) =>
		file.name === 'big.pdf' ? refuse({ code: problem.code, status: 413, problem }) : stores(file);
	const { answer, refused } = await receiveFiles(form, post('big.pdf', 'a.pdf'), {}, refusing, {});

	expect(answer).toEqual({ proof: ['id of a.pdf'] });
	expect(refused).toEqual({ code: 'file.too_large', details: { limit: 5 } });
});
