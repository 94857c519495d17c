import { expect, test } from 'vitest';
import { typedSite } from './typed-site.ts';

function form(fields: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

const own: [string, string] = ['own', 'a'];

test('one organisation alone is no network', () => {
	expect(typedSite(form([own, ['title', 'Площадка']]), [{ id: '' }])).toEqual({
		title: 'Площадка',
		theme: '',
		minutes: '',
		members: []
	});
});

test('the own organisation is in the network, and leads it until another is chosen', () => {
	const two = [{ id: 'b' }, { id: '' }];
	expect(typedSite(form([own]), two).members).toEqual([
		{ organisationId: 'a', isLead: true },
		{ organisationId: 'b', isLead: false }
	]);
	expect(typedSite(form([own, ['lead', 'b']]), two).members).toEqual([
		{ organisationId: 'a', isLead: false },
		{ organisationId: 'b', isLead: true }
	]);
});
