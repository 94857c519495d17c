import { expect, test } from 'vitest';
import { wayBack } from './way-back.ts';

test('a page of this site is returned to with its question', () => {
	expect(wayBack('/my/tasks?filter=open')).toBe('/my/tasks?filter=open');
});

test('R98: who was led away from a form comes back to its page, not to what the form does', () => {
	expect(wayBack('/programmes/adhd?/enrol')).toBe('/programmes/adhd');
	expect(wayBack('/my/1?only=late&/send')).toBe('/my/1?only=late');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '', null, 7])(
	'%s is not a page of this site',
	(said) => {
		expect(wayBack(said, '/my')).toBe('/my');
	}
);
