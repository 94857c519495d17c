import type { Letter } from '../../shell/mail.ts';

type Facts = { email: string; givenName: string; title: string; remark: string | null };

export function accepted({ email, givenName, title, remark }: Facts, link: string): Letter {
	return {
		to: email,
		subject: `Задание принято: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Тьютор принял ваше задание «${title}».${remark ? `\n\nЧто написал тьютор:\n${remark}` : ''}

Задание и ответ тьютора:
${link}`
	};
}

export function returned({ email, givenName, title, remark }: Facts, link: string): Letter {
	return {
		to: email,
		subject: `Задание вернули на доработку: «${title}»`,
		text: `Здравствуйте, ${givenName}!

Тьютор вернул ваше задание «${title}». Замечание:
${remark ?? ''}

Исправьте задание и отправьте его снова:
${link}`
	};
}
