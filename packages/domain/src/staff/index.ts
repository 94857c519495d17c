export {
	appointmentFaults,
	daysInOrder,
	happened,
	type Appointment,
	type DaysFault,
	type PaperReference,
	type StaffFault
} from './faults.ts';
export { accompanies, needsMinutes, roleOf, staffRoles } from './roles.ts';
