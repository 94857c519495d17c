import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectFaults, projectOf } from './index.ts';

const work = { title: 'Урок без звонка', publishedAt: 'https://school.example/urok' };
const GROUND = 'Автор назвал работу иначе';

test('R138: a work is in the list as it is, at the place where its site has published it', () => {
	expect(projectOf(work, null)).toEqual({
		...{ title: work.title, link: work.publishedAt, listed: true, ground: '', changed: false }
	});
	const change = { title: 'Урок без звонков', link: null, listed: true, ground: GROUND };
	expect(projectOf(work, change)).toEqual({ ...change, link: work.publishedAt, changed: true });
});

test('R129: another title and a project that is left out have a ground; a place needs none, and is an address', () => {
	const codes = (change: object) =>
		projectFaults({ title: work.title, link: null, listed: true, ground: '', ...change }, work.title).map(
			({ code }) => code
		);
	expect(codes({ link: 'https://rmc.example/7' })).toEqual([]);
	expect(codes({ link: 'на сайте' })).toEqual(['passport.link_wrong']);
	expect(codes({ title: 'Иначе' })).toEqual(['project.ground_missing']);
	expect(codes({ listed: false })).toEqual(['project.ground_missing']);
	fc.assert(
		fc.property(fc.string(), fc.boolean(), (title, listed) => {
			expect(codes({ title, listed, ground: GROUND })).toEqual([]);
		})
	);
});
