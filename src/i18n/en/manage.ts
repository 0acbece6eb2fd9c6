export const manage = {
  title: 'Administration',
  intro: 'Invite coordinators for each program. They invite trainees and observers.',
  programmes: 'Programs',
  coordinators: 'Coordinators and observers',
  noCoordinators: 'Nobody yet.',
  inviteCoordinator: 'Invite a coordinator',
  exampleWarning:
    'The contact details of this program are still examples. Put your own under “Words and contacts” before real people use it.',
}

export type ManageWords = typeof manage
