import { expect, test } from 'vitest';
import { navigate, type Homes } from './navigation.ts';

const nobody: Homes = {
	intern: false,
	tutor: false,
	leader: false,
	coordinator: false,
	expert: false,
	municipality: false
};
const places = (entries: { place: string }[]) => entries.map((entry) => entry.place);

test('everybody sees the six doors of the portal', () => {
	const six = ['news', 'status', 'calendar', 'programmes', 'support', 'faq'];

	expect(places(navigate(null, '/').portal)).toEqual(six);
	expect(places(navigate({ ...nobody, intern: true }, '/').portal)).toEqual(six);
});

test('a guest has no rooms of their own', () => {
	expect(navigate(null, '/').own).toEqual([]);
});

test('a tutor who is also an intern elsewhere has both rooms and the chat', () => {
	expect(places(navigate({ ...nobody, intern: true, tutor: true }, '/').own)).toEqual([
		'my',
		'tutor',
		'chat'
	]);
});

test('the narrow bar never has more than four places', () => {
	const everywhere = {
		intern: true,
		tutor: true,
		leader: true,
		coordinator: true,
		expert: true,
		municipality: true
	};

	expect(places(navigate(everywhere, '/').bar)).toEqual(['my', 'tutor', 'chat', 'calendar']);
	expect(places(navigate({ ...nobody, intern: true }, '/').bar)).toEqual(['my', 'chat', 'calendar']);
});

test('a page inside a place marks the place, a page with a similar name does not', () => {
	const current = (path: string) => navigate(null, path).portal.filter((entry) => entry.current);

	expect(places(current('/programmes/adhd'))).toEqual(['programmes']);
	expect(places(current('/programmes-archive'))).toEqual([]);
});
