import { expect, test } from 'vitest';
import { wayBack } from './way-back.ts';

test('a page of this site is returned to with its question', () => {
	expect(wayBack('/my/tasks?filter=open')).toBe('/my/tasks?filter=open');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '', null, 7])(
	'%s is not a page of this site',
	(said) => {
		expect(wayBack(said, '/my')).toBe('/my');
	}
);
