import { expect, test } from 'vitest';
import { typedSite } from './typed-site.ts';

function form(fields: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

const own: [string, string] = ['own', 'a'];

test('one organisation alone is no network', () => {
	expect(typedSite(form([own, ['title', 'Площадка'], ['member', ''], ['member', '']]))).toEqual({
		title: 'Площадка',
		theme: '',
		minutes: '',
		members: []
	});
});

test('the own organisation is in the network, and leads it until another is chosen', () => {
	const two: [string, string][] = [own, ['member', 'b'], ['member', '']];
	expect(typedSite(form(two)).members).toEqual([
		{ organisationId: 'a', isLead: true },
		{ organisationId: 'b', isLead: false }
	]);
	expect(typedSite(form([...two, ['lead', 'b']])).members).toEqual([
		{ organisationId: 'a', isLead: false },
		{ organisationId: 'b', isLead: true }
	]);
});
