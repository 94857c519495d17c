import { m } from '#lib/paraglide/messages.js';

/** Parts of the choice by their places in the request. */
export function choiceLabels() {
	return {
		about: m.passports_about(),
		staff: m.passports_staff(),
		documents: m.passports_documents(),
		agreements: m.passports_agreements()
	};
}

export function newsLabels() {
	return { title: m.passports_news_title(), body: m.passports_news_body() };
}

export function productLabels() {
	return {
		kind: m.passports_product_what(),
		title: m.passports_product_title(),
		authors: m.passports_product_authors(),
		theme: m.passports_product_theme(),
		link: m.passports_product_link(),
		licence: m.passports_product_licence(),
		workId: m.passports_product_work()
	};
}
