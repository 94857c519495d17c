import { error } from '@sveltejs/kit';

export async function load({ params, parent }) {
	const { programme } = await parent();
	const { key } = params;
	const form = Object.hasOwn(programme.forms, key) ? programme.forms[key] : undefined;
	if (!form) error(404, { message: 'form.missing', code: 'form.missing' });
	return { card: { key, title: form.title } };
}
