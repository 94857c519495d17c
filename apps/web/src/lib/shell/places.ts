import BookOpen from '@lucide/svelte/icons/book-open';
import Building from '@lucide/svelte/icons/building';
import Calendar from '@lucide/svelte/icons/calendar';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Gavel from '@lucide/svelte/icons/gavel';
import FileText from '@lucide/svelte/icons/file-text';
import Inbox from '@lucide/svelte/icons/inbox';
import LifeBuoy from '@lucide/svelte/icons/life-buoy';
import LogIn from '@lucide/svelte/icons/log-in';
import Map from '@lucide/svelte/icons/map';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import Newspaper from '@lucide/svelte/icons/newspaper';
import Route from '@lucide/svelte/icons/route';
import Stamp from '@lucide/svelte/icons/stamp';
import User from '@lucide/svelte/icons/user';
import UserPlus from '@lucide/svelte/icons/user-plus';
import type { Component } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import type { Place } from './navigation.ts';

type Look = { title: () => string; icon: Component<{ size?: number | string }> };

/** Words and a sign for each place of the menus. */
export const LOOK: Record<Place, Look> = {
	news: { title: m.shell_place_news, icon: Newspaper },
	status: { title: m.shell_place_status, icon: Stamp },
	calendar: { title: m.shell_place_calendar, icon: Calendar },
	programmes: { title: m.shell_place_programmes, icon: BookOpen },
	support: { title: m.shell_place_support, icon: LifeBuoy },
	faq: { title: m.shell_place_faq, icon: CircleQuestionMark },
	my: { title: m.shell_place_my, icon: Route },
	tutor: { title: m.shell_place_tutor, icon: Inbox },
	leader: { title: m.shell_place_leader, icon: Building },
	coordinator: { title: m.shell_place_coordinator, icon: Map },
	expert: { title: m.shell_place_expert, icon: Gavel },
	plans: { title: m.plans_desk_menu, icon: CalendarCheck },
	chat: { title: m.shell_place_chat, icon: MessageCircle },
	applications: { title: m.applications_menu, icon: FileText },
	account: { title: m.shell_place_account, icon: User },
	'sign-in': { title: m.shell_sign_in, icon: LogIn },
	'sign-up': { title: m.shell_sign_up, icon: UserPlus }
};
