// The API's shapes by name, as the server declares them: all of them come from generated/api.ts, which is made of the
// OpenAPI document. What has no name there is named here after the place it stands in.
import { type components } from '../generated/api.ts';

type Shapes = components['schemas'];

export type Account = Shapes['Account'];
export type AccountRef = Shapes['AccountRef'];
export type Act = Shapes['Act'];
export type Alarm = Shapes['Alarm'];
export type Amount = Shapes['Amount'];
export type ApprovalRequest = Shapes['ApprovalRequest'];
export type ApprovalRequestDetail = Shapes['ApprovalRequestDetail'];
export type ApprovalState = Shapes['ApprovalState'];
export type BusinessDay = Shapes['BusinessDay'];
export type ClearingBatch = Shapes['ClearingBatch'];
export type ClearingBatchDetail = Shapes['ClearingBatchDetail'];
export type ClearingState = Shapes['ClearingState'];
export type Day = Shapes['Day'];
export type DayClosePreview = Shapes['DayClosePreview'];
export type DayState = Shapes['DayState'];
export type DaySummary = Shapes['DaySummary'];
export type Demo = Shapes['Demo'];
export type DemoPerson = Shapes['DemoPerson'];
export type Device = Shapes['Device'];
export type Enrolment = Shapes['Enrolment'];
export type EnrolmentLink = Shapes['EnrolmentLink'];
export type Difference = Shapes['Difference'];
export type ClockAct = Shapes['ClockAct'];
export type Environment = Shapes['Environment'];
export type EnvironmentRef = Shapes['EnvironmentRef'];
export type FaultKind = Shapes['FaultKind'];
export type OwnEnvironmentKind = Shapes['OwnEnvironmentKind'];
export type RecentRequest = Shapes['RecentRequest'];
export type Entry = Shapes['Entry'];
export type GuaranteeAccount = Shapes['GuaranteeAccount'];
export type Inbox = Shapes['Inbox'];
export type Institution = Shapes['Institution'];
export type LiquidityDay = Shapes['LiquidityDay'];
export type LiquiditySaving = Shapes['LiquiditySaving'];
export type Me = Shapes['Me'];
export type MessageDetail = Shapes['MessageDetail'];
export type MessageSummary = Shapes['MessageSummary'];
export type MinuteOfSettlement = Shapes['MinuteOfSettlement'];
export type Moment = Shapes['Moment'];
export type OptimisationMethod = Shapes['OptimisationMethod'];
export type OutboxMessage = Shapes['OutboxMessage'];
export type Overview = Shapes['Overview'];
export type Participant = Shapes['Participant'];
export type ParticipantDetail = Shapes['ParticipantDetail'];
export type ParticipantKind = Shapes['ParticipantKind'];
export type ParticipantRef = Shapes['ParticipantRef'];
export type ParticipantStanding = Shapes['ParticipantStanding'];
export type Payment = Shapes['Payment'];
export type PaymentDetail = Shapes['PaymentDetail'];
export type PaymentState = Shapes['PaymentState'];
export type Permission = Shapes['Permission'];
export type Person = Shapes['Person'];
export type PersonDetail = Shapes['PersonDetail'];
export type PersonState = Shapes['PersonState'];
export type Priority = Shapes['Priority'];
export type Problem = Shapes['Problem'];
export type QueueMatrix = Shapes['QueueMatrix'];
export type QueueProposal = Shapes['QueueProposal'];
export type QueuedPayment = Shapes['QueuedPayment'];
export type Role = Shapes['Role'];
export type SentMessage = Shapes['SentMessage'];
export type Severity = Shapes['Severity'];
export type ShortParticipant = Shapes['ShortParticipant'];
export type Side = Shapes['Side'];
export type Statement = Shapes['Statement'];
export type TimelineStep = Shapes['TimelineStep'];
export type Title = Shapes['Title'];
export type TrialBalance = Shapes['TrialBalance'];
export type Session = Shapes['Session'];
export type SessionEnd = Shapes['SessionEnd'];
export type SignIn = Shapes['SignIn'];
export type Simulation = Shapes['Simulation'];
export type SimulationFiles = Shapes['SimulationFiles'];
export type SimulationResult = Shapes['SimulationDetail'];
export type Violation = Shapes['Violation'];

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export type Phase = Day['phases'][number];
export type Limit = ParticipantDetail['limits'][number];
export type LiquidityPoint = LiquidityDay['points'][number];

/** What GET /v1/live tells; each event's name is its `type`. */
export type LiveEvent = Shapes['TotalsEvent'] | Shapes['PhaseEvent'] | Shapes['AlarmEvent'] | Shapes['DemoEvent'];
