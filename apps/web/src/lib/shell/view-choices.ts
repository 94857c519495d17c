import { m } from '#lib/paraglide/messages.js';
import type { Preferences } from './preferences.ts';

type Choice = {
	name: keyof Preferences;
	legend: () => string;
	options: { value: string; label: () => string }[];
};

/** The rows of the panel for low vision. */
export const CHOICES: Choice[] = [
	{
		name: 'size',
		legend: m.shell_view_size,
		options: [
			{ value: '1', label: m.shell_view_size_usual },
			{ value: '1.5', label: m.shell_view_size_large },
			{ value: '2', label: m.shell_view_size_largest }
		]
	},
	{
		name: 'theme',
		legend: m.shell_view_theme,
		options: [
			{ value: 'auto', label: m.shell_view_theme_auto },
			{ value: 'light', label: m.shell_view_theme_light },
			{ value: 'dark', label: m.shell_view_theme_dark },
			{ value: 'black-on-white', label: m.shell_view_theme_black },
			{ value: 'white-on-black', label: m.shell_view_theme_white },
			{ value: 'blue-on-sky', label: m.shell_view_theme_blue },
			{ value: 'brown-on-beige', label: m.shell_view_theme_brown }
		]
	},
	{
		name: 'spacing',
		legend: m.shell_view_spacing,
		options: [
			{ value: 'normal', label: m.shell_view_spacing_normal },
			{ value: 'wide', label: m.shell_view_spacing_wide }
		]
	},
	{
		name: 'serif',
		legend: m.shell_view_serif,
		options: [
			{ value: 'off', label: m.shell_view_serif_off },
			{ value: 'on', label: m.shell_view_serif_on }
		]
	},
	{
		name: 'pictures',
		legend: m.shell_view_pictures,
		options: [
			{ value: 'on', label: m.shell_view_pictures_on },
			{ value: 'off', label: m.shell_view_pictures_off }
		]
	}
];
