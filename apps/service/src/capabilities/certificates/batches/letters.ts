import type { Letter } from '../../../shell/mail.ts';

type Reader = { email: string; givenName: string };

export function toApprove(
	{ email, givenName }: Reader,
	{ cohort, total, link }: { cohort: string; total: number; link: string }
): Letter {
	return {
		to: email,
		subject: `Утвердите документы: ${cohort}`,
		text: `Здравствуйте, ${givenName}!

Подготовлена партия документов о завершении стажировки: ${cohort}. Документов в ней: ${total}.
Прочитайте их и утвердите партию или верните её с причиной:
${link}

Пока партию не утвердит второй человек, ни один документ не выдан.`
	};
}

export function returned(
	{ email, givenName }: Reader,
	{ cohort, reason, link }: { cohort: string; reason: string; link: string }
): Letter {
	return {
		to: email,
		subject: `Партия документов возвращена: ${cohort}`,
		text: `Здравствуйте, ${givenName}!

Партию документов (${cohort}) вернули, документы не выданы.
Причина: ${reason}

Посмотреть партию:
${link}`
	};
}

export function finished(
	{ email, givenName }: Reader,
	{ cohort, issued, failed, link }: { cohort: string; issued: number; failed: number; link: string }
): Letter {
	const rest = failed
		? `Не удалось выдать: ${failed}. Причина названа у каждого.`
		: 'Каждый владелец получил письмо.';
	return {
		to: email,
		subject: `Партия документов готова: ${cohort}`,
		text: `Здравствуйте, ${givenName}!

Партия документов (${cohort}) напечатана. Выдано документов: ${issued}. ${rest}
Скачать все документы одним архивом:
${link}`
	};
}
