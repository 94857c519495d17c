import { expect, test } from 'vitest';
import { zoneOfSubject } from './index.ts';

test.each([
	['Ленинградская область', 'Europe/Moscow'],
	['Калининградская область', 'Europe/Kaliningrad'],
	['Удмуртская Республика', 'Europe/Samara'],
	['Ханты-Мансийский автономный округ – Югра', 'Asia/Yekaterinburg'],
	['Омская область', 'Asia/Omsk'],
	['Томская область', 'Asia/Krasnoyarsk'],
	['Кемеровская область – Кузбасс', 'Asia/Krasnoyarsk'],
	['Республика Саха (Якутия)', 'Asia/Yakutsk'],
	['Сахалинская область', 'Asia/Magadan'],
	['Приморский край', 'Asia/Vladivostok'],
	['Пермский край', 'Asia/Yekaterinburg'],
	['Костромская область', 'Europe/Moscow'],
	['Северореченская область', 'Europe/Moscow']
])('the clock of %s is that of %s', (title, zone) => {
	expect(zoneOfSubject(title)).toBe(zone);
});
