// The API as types, made of generated/openapi.json by `npm run generate`; do not edit.
export interface paths {
    "/v1/institution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who runs this, and in which money and time */
        get: operations["getInstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stream of demo payments */
        get: operations["getDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause the demo payments */
        post: operations["postDemoPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the demo payments go on */
        post: operations["postDemoResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the demo payments */
        post: operations["postDemoStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/speed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** How fast demo payments come */
        put: operations["putDemoSpeed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first screen: the day at a glance */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations */
        get: operations["getOrganisations"];
        put?: never;
        /** Create an organisation */
        post: operations["postOrganisations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An organisation with what was changed about it */
        get: operations["getOrganisationsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/message-signing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether the messages of an organisation must be signed
         * @description Where it is required, a message without an XML signature in its header (head.001, Sgntr) is refused. A signature that is there is checked either way.
         */
        put: operations["putOrganisationsByIdMessageSigning"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What keys may be allowed, scope by scope */
        get: operations["getScopes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/feiqian-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public key that answers are signed with */
        get: operations["getFeiqianKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles of people, and what each may do */
        get: operations["getRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of an organisation, newest first */
        get: operations["getOrganisationsByIdKeys"];
        put?: never;
        /**
         * Register a key
         * @description With a public key it signs requests. With a certificate request our authority issues a client certificate, for mutual TLS; one of an authority that the operator named can be brought. Without any of them a reading key is made, whose secret is answered this once. It is for one environment, `live` when none is named.
         */
        post: operations["postOrganisationsByIdKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A key */
        get: operations["getOrganisationsByIdKeysByKeyId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a key by its successor; both work during the overlap */
        post: operations["postOrganisationsByIdKeysByKeyIdRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/keys/{keyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a key, for good and within seconds */
        post: operations["postOrganisationsByIdKeysByKeyIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authority.pem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The root of the built-in certificate authority */
        get: operations["getPageAuthority.pem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authority.crl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificates that were revoked (CRL of RFC 5280, DER) */
        get: operations["getPageAuthority.crl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has signed in, and how one may */
        get: operations["getSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey is asked to sign */
        post: operations["postSessionOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description The session comes as a cookie: 15 minutes without an act end it, and 12 hours whatever happens.
         */
        post: operations["postSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as an invented person of the demo */
        post: operations["postSessionDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a link for enrolment is for */
        post: operations["postEnrolmentsLook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a new passkey is made for
         * @description The first administrator says here who they are.
         */
        post: operations["postEnrolmentsOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol the passkey made for a link, and sign in */
        post: operations["postEnrolments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are here */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/present": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you are still there, so that the session goes on */
        post: operations["postMePresent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your devices */
        get: operations["getMeDevices"];
        put?: never;
        /** Add a device */
        post: operations["postMeDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What your passkey is asked, to show that it is you */
        post: operations["postMePasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the passkey of another device is made for
         * @description Who has a passkey shows it first: `proof` answers the question of `POST /v1/me/passkey/options`.
         */
        post: operations["postMeDevicesOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/devices/{deviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename a device */
        put: operations["putMeDevicesByDeviceId"];
        post?: never;
        /** Remove a device; its sessions end */
        delete: operations["deleteMeDevicesByDeviceId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your sessions */
        get: operations["getMeSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of your sessions */
        delete: operations["deleteMeSessionsBySessionId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: operations["postMeSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere */
        post: operations["postMeSignOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People */
        get: operations["getPeople"];
        put?: never;
        /**
         * Invite a person
         * @description Answers, this once, the link by which the person enrols a passkey within 24 hours. Hand it over by a way of its own.
         */
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person with their devices and acts */
        get: operations["getPeopleById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another link for a person who never enrolled */
        post: operations["postPeopleByIdInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a person’s roles */
        put: operations["putPeopleByIdRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock a person; their sessions end at once */
        post: operations["postPeopleByIdLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlock a person */
        post: operations["postPeopleByIdUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person leaves, for good */
        post: operations["postPeopleByIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the recovery of a person who lost every device
         * @description There is no link before another security administrator has confirmed it.
         */
        post: operations["postPeopleByIdRecovery"];
        /** Withdraw a recovery that waits */
        delete: operations["deletePeopleByIdRecovery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/recovery/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a recovery as the second administrator */
        post: operations["postPeopleByIdRecoveryConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/sign-in-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The provider that people of an organisation sign in through */
        get: operations["getOrganisationsByIdSignInProvider"];
        /**
         * Register or replace it
         * @description It is asked at once. Sessions that were opened through the one before end; people bound to another issuer must be invited anew.
         */
        put: operations["putOrganisationsByIdSignInProvider"];
        post?: never;
        /** Remove it; sessions opened through it end */
        delete: operations["deleteOrganisationsByIdSignInProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/sign-in-provider/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask it now, as a sign-in would */
        post: operations["postOrganisationsByIdSignInProviderTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/provider/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in through an organisation’s provider
         * @description With the id of an organisation, or with the token of an invitation, which then binds the person. The browser goes to the address.
         */
        post: operations["postSessionProviderOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with what the provider answered */
        post: operations["postSessionProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Approval requests, newest first */
        get: operations["getApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many requests wait */
        get: operations["getInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An approval request with its exact content */
        get: operations["getApprovalsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve exactly this; the last approval carries it out
         * @description `hash` is the `contentHash` that was looked at. The answer says what became of it.
         */
        post: operations["postApprovalsByIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a request */
        post: operations["postApprovalsByIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a request of one’s own */
        post: operations["postApprovalsByIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which actions others must approve, and who */
        get: operations["getPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change who must approve an action
         * @description The change is approved under the policy in force before. Bands go by amount, in minor units.
         */
        put: operations["putPoliciesByAction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands in for whom, newest first */
        get: operations["getDelegations"];
        put?: never;
        /**
         * Be away: another with the same role stands in
         * @description Until it ends, approvals of the one who is away are refused; nobody gains a role by it.
         */
        post: operations["postDelegations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could stand in for oneself */
        get: operations["getColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be back: end a delegation early */
        post: operations["postDelegationsByIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every environment beside live that the caller may enter */
        get: operations["getEnvironments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The environments of an organisation beside live */
        get: operations["getOrganisationsByIdEnvironments"];
        put?: never;
        /**
         * Make a sandbox or a certification environment
         * @description When it is answered it is ready: the demo country with the organisation as one of its banks, the business day open, counterparties that answer. The API is below `base`.
         */
        post: operations["postOrganisationsByIdEnvironments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/environments/{environment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an environment and everything in it */
        delete: operations["deleteOrganisationsByIdEnvironmentsByEnvironment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The conformance runs of an organisation, newest first */
        get: operations["getOrganisationsByIdConformance"];
        put?: never;
        /**
         * Begin a conformance run in the certification environment
         * @description What is exchanged there from now on counts. Its steps are done from the institution’s own side, in any order.
         */
        post: operations["postOrganisationsByIdConformance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/conformance/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A conformance run, and which steps have happened */
        get: operations["getOrganisationsByIdConformanceByRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/conformance/{run}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificate of a run */
        get: operations["getOrganisationsByIdConformanceByRunCertificate"];
        put?: never;
        /** Have the certificate issued once every step has happened */
        post: operations["postOrganisationsByIdConformanceByRunCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/going-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an institution is on its way to live */
        get: operations["getOrganisationsByIdGoingLive"];
        put?: never;
        /** Ask to go live, by the certificate of a run */
        post: operations["postOrganisationsByIdGoingLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open live to an institution that asked
         * @description Its keys for live can be made from then on. `participantId` names the participant it is from then on.
         */
        post: operations["postOrganisationsByIdLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an organisation leaves, and what is in the way */
        get: operations["getOrganisationsByIdClosing"];
        put?: never;
        /**
         * Ask for the organisation to be closed
         * @description Nothing ends yet: take the data away first. The central bank closes it when nothing is in the way.
         */
        post: operations["postOrganisationsByIdClosing"];
        /** Withdraw the asking */
        delete: operations["deleteOrganisationsByIdClosing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an organisation that asked for it, for good
         * @description Its keys, certificates, sessions and webhooks end at once; its sandbox and certification databases are dropped. Its books, acts and evidence stay. One that has no administrator who could ask may be closed without asking.
         */
        post: operations["postOrganisationsByIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports of an organisation’s data, newest first */
        get: operations["getOrganisationsByIdExports"];
        put?: never;
        /**
         * Have all data of the organisation written to an archive
         * @description In the background; it can be taken for seven days, and of an organisation the newest three. Keys and secrets are not in it. `npx feiqian audit verify-data` checks it by the public key alone.
         */
        post: operations["postOrganisationsByIdExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export, and how far it has come */
        get: operations["getOrganisationsByIdExportsByExportId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/exports/{exportId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The archive itself: tar, compressed with gzip */
        get: operations["getOrganisationsByIdExportsByExportIdArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quotas: what may be asked, is used and is left */
        get: operations["getOrganisationsByIdQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/quotas/{service}/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a quota */
        put: operations["putOrganisationsByIdQuotasByServiceByMeasure"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of a month: what was used, day by day */
        get: operations["getOrganisationsByIdUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/usage/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of a month as CSV */
        get: operations["getOrganisationsByIdUsageCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/usage/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The usage of a month’s days that are over, as CloudEvents */
        get: operations["getOrganisationsByIdUsageEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getPageMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The environment that answers here, its clock and faults */
        get: operations["getEnvironment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environment/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the clock forward, pause it, let it run
         * @description On the way every phase begins and ends at its own time, so that a jump over days leaves the same books as waiting does.
         */
        post: operations["postEnvironmentClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environment/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make something go wrong
         * @description `late-answer`: answers to messages come `delaySeconds` late for `seconds`. `next-message-refused`: the next message gets admi.002; sent again it is heeded. `next-answer-lost`: the next message is done and its answer lost with the connection. `link-cut`: for `seconds` every connection but those to /v1/environment is dropped, or answered 503 with `how` unavailable. `cut-off-now`: entry ends for the business day.
         */
        post: operations["postEnvironmentFaults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environment/faults/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a fault */
        delete: operations["deleteEnvironmentFaultsByKind"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environment/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin anew from the seed; everything in it is gone */
        post: operations["postEnvironmentReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook can be told of */
        get: operations["getWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks of an organisation */
        get: operations["getOrganisationsByIdWebhooks"];
        put?: never;
        /**
         * Register a webhook
         * @description Its secret is answered this once. What happens from now on is sent to it.
         */
        post: operations["postOrganisationsByIdWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: operations["getOrganisationsByIdWebhooksByWebhookId"];
        /** Change a webhook, pause it, or let it go on */
        put: operations["putOrganisationsByIdWebhooksByWebhookId"];
        post?: never;
        /** Remove a webhook */
        delete: operations["deleteOrganisationsByIdWebhooksByWebhookId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks/{webhookId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret; both sign during the overlap */
        post: operations["postOrganisationsByIdWebhooksByWebhookIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries, newest first */
        get: operations["getOrganisationsByIdWebhooksByWebhookIdDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks/{webhookId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery with each attempt */
        get: operations["getOrganisationsByIdWebhooksByWebhookIdDeliveriesByDeliveryId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test event */
        post: operations["postOrganisationsByIdWebhooksByWebhookIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again, under the same webhook-id */
        post: operations["postOrganisationsByIdWebhooksByWebhookIdDeliveriesByDeliveryIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send all that happened in a time again */
        post: operations["postOrganisationsByIdWebhooksByWebhookIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The services there are */
        get: operations["getServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A how-to page to read */
        get: operations["getDocumentsByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subscriptions of all organisations */
        get: operations["getSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The subscriptions of an organisation, and those it had */
        get: operations["getOrganisationsByIdSubscriptions"];
        put?: never;
        /**
         * Subscribe to a service
         * @description At live. Where the service asks for it, the subscription waits until the central bank approves it.
         */
        post: operations["postOrganisationsByIdSubscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/subscriptions/{subscriptionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unsubscribe; or withdraw what waits */
        post: operations["postOrganisationsByIdSubscriptionsBySubscriptionIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/subscriptions/{subscriptionId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a subscription that waits */
        post: operations["postOrganisationsByIdSubscriptionsBySubscriptionIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/subscriptions/{subscriptionId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a subscription that waits */
        post: operations["postOrganisationsByIdSubscriptionsBySubscriptionIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a service costs, will cost and cost before */
        get: operations["getServicesByServicePrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{service}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what a month of a service costs, from a day on */
        put: operations["putServicesByServicePrice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Support cases: your own, or of all organisations
         * @description What changed last first. `waiting` counts what waits for you: of an institution its answered cases, of the central bank all open ones.
         */
        get: operations["getCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A support case with its thread */
        get: operations["getOrganisationsByIdCasesByCaseId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a question or report a fault */
        post: operations["postOrganisationsByIdCases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/cases/{caseId}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to the central bank; a closed case opens again */
        post: operations["postOrganisationsByIdCasesByCaseIdReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/cases/{caseId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a support case; a closed one opens again */
        post: operations["postOrganisationsByIdCasesByCaseIdAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/cases/{caseId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a support case */
        post: operations["postOrganisationsByIdCasesByCaseIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an organisation asked and was answered
         * @description For 30 days; a request is here about a second after its answer. Of people what they changed and what was refused.
         */
        get: operations["getOrganisationsByIdRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request with its story */
        get: operations["getOrganisationsByIdRequestsByRequestId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The status of each service, as a page */
        get: operations["getPageStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The status of each service */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status/notices.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices as an Atom feed */
        get: operations["getPageStatusNotices.atom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status/maintenance.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Maintenance as a calendar */
        get: operations["getPageStatusMaintenance.ics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incidents and maintenance, newest first */
        get: operations["getStatusNotices"];
        put?: never;
        /** Tell everyone of an incident, or of maintenance to come */
        post: operations["postStatusNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status/notices/{id}/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how an incident or maintenance goes on, or that it is over */
        post: operations["postStatusNoticesByIdUpdates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alarms, newest first */
        get: operations["getAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the alarm was seen */
        post: operations["postAlarmsByIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens, as it happens (server-sent events) */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest signed tree head, or the first of at least so many leaves */
        get: operations["getEvidenceHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the tree of one size begins the tree of another */
        get: operations["getEvidenceConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/leaves/{leaf}/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proof that a leaf is in the log
         * @description In the tree of the latest head, or of the first head of at least `size` leaves.
         */
        get: operations["getEvidenceLeavesByLeafInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/leaves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leaves of the log, oldest first */
        get: operations["getEvidenceLeaves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/leaves/{leaf}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One leaf */
        get: operations["getEvidenceLeavesByLeaf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log as a file for outsiders
         * @description Lines of JSON: leaves with the rows they speak for, and the signed tree heads between them. `npx feiqian audit verify` checks it.
         */
        get: operations["getEvidenceExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that sign tree heads */
        get: operations["getEvidenceKeys"];
        put?: never;
        /** Change the key: a new one signs from now on, and the old one signs for it */
        post: operations["postEvidenceKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months of which an organisation can take its evidence */
        get: operations["getOrganisationsByIdEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{id}/evidence/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A month of evidence that concerns the organisation, signed
         * @description Lines of JSON: the signed tree head, each leaf with its inclusion proof, the own rows, and a signature over all. `npx feiqian audit verify` checks it by the public key alone.
         */
        get: operations["getOrganisationsByIdEvidenceByMonth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Simulations, newest first */
        get: operations["getSimulations"];
        put?: never;
        /** Run a day on the settlement engine, without touching the books */
        post: operations["postSimulations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A simulation and what came of it */
        get: operations["getSimulationsById"];
        put?: never;
        post?: never;
        /** Delete a simulation; one that runs is ended */
        delete: operations["deleteSimulationsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its report: one HTML file that needs nothing else */
        get: operations["getSimulationsByIdReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by code */
        get: operations["getBooksAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/accounts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account, now or at a past moment */
        get: operations["getBooksAccountsByCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/accounts/{code}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was booked on an account between two moments */
        get: operations["getBooksAccountsByCodeStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/books/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every account of the book, and that debits equal credits */
        get: operations["getBooksTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your outbox after a number, oldest first */
        get: operations["getMessages"];
        put?: never;
        /**
         * Send one ISO 20022 message; the answer is final for what it says
         * @description The body is one message, with or without its business application header and an envelope. The answer comes once what it says is durable: pacs.002 for payments, camt.025 and its kin for requests, admi.002 for what is not valid. A refused message is a usual answer (200): look at `feiqian-state`. Sent again with the same bytes it gets the same answer, for good; other bytes under the same message id are refused.
         */
        post: operations["postMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your outbox, live (server-sent events)
         * @description First everything after `after`, then each message as soon as its commit is durable; in order, without gaps. The id of an event is the number in your outbox: a reader that connects again with `Last-Event-ID` goes on where it was. A comment comes every 15 seconds as a sign of life. Nothing is confirmed by reading.
         */
        get: operations["getMessagesStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you sent, with the answers, oldest first */
        get: operations["getMessagesSent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/sent/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The answers to what you send, live (server-sent events)
         * @description For a program beside the one that sends: every message of yours with its immediate answer, as soon as it is durable, in the order they were decided. Resumes with `Last-Event-ID`, like the outbox.
         */
        get: operations["getMessagesSentStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}/delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm your outbox up to this message
         * @description For what you have safely kept. Confirming again, or an earlier one, changes nothing.
         */
        post: operations["postMessagesByIdDelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every message in and out, newest first */
        get: operations["getMessagesAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message, raw and readable */
        get: operations["getMessagesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Participants */
        get: operations["getParticipants"];
        put?: never;
        /** Admit a participant */
        post: operations["postParticipants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A participant */
        get: operations["getParticipantsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/liquidity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A participant's liquidity over the day */
        get: operations["getParticipantsByIdLiquidity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend a participant */
        post: operations["postParticipantsByIdSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended participant take part again */
        post: operations["postParticipantsByIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A participant leaves; its account is frozen */
        post: operations["postParticipantsByIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/credit-line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the intraday credit line */
        put: operations["putParticipantsByIdCreditLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/collateral": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pledge collateral; the credit line becomes what it lends */
        put: operations["putParticipantsByIdCollateral"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/minimum-reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what should stand on the account at the end of the day */
        put: operations["putParticipantsByIdMinimumReserve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/funding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The central bank lends reserves, or takes them back */
        post: operations["postParticipantsByIdFunding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/reservations/{priority}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep liquidity for more urgent payments */
        put: operations["putParticipantsByIdReservationsByPriority"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/limits/{counterparty}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set or lift a sending limit; `all` for the multilateral one */
        put: operations["putParticipantsByIdLimitsByCounterparty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments */
        get: operations["getPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment and its story */
        get: operations["getPaymentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a payment that waits */
        post: operations["postPaymentsByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/priority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the priority of a payment that waits */
        post: operations["postPaymentsByIdPriority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a payment within its priority's queue */
        post: operations["postPaymentsByIdPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, in the order of settlement */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queued value by sender and receiver */
        get: operations["getQueueMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would settle; nothing is done */
        post: operations["postQueueProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue/optimise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle what the method finds, as one */
        post: operations["postQueueOptimise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue/liquidity-saving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Which liquidity saving is on */
        put: operations["putQueueLiquiditySaving"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The current business day */
        get: operations["getDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Business days, newest first */
        get: operations["getDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/days/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A business day */
        get: operations["getDaysByDate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/day/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a phase longer */
        post: operations["postDayExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/day/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What closing now would do */
        get: operations["getDayClose"];
        put?: never;
        /** End entry now and hand back what is queued */
        post: operations["postDayClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clearing batches */
        get: operations["getClearing"];
        put?: never;
        /** Hand in net positions that settle all together or not at all */
        post: operations["postClearing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clearing/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A clearing batch */
        get: operations["getClearingById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clearing/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a batch that has not settled */
        post: operations["postClearingByIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/participants/{id}/guarantee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay into a clearing house's guarantee account */
        post: operations["postParticipantsByIdGuarantee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account with its balances. `debits` and `credits` are all that was ever posted; `pending` are holds; `balance` is on its own side, negative when overdrawn; `at` is the moment asked for, null for now. */
        Account: {
            /** @example settlement:MRDNCNBJ */
            code: string;
            title: components["schemas"]["Title"];
            id: number;
            currency: string;
            normalSide: components["schemas"]["Side"];
            /** @description Now, also when balances are asked for a past moment */
            isFrozen: boolean;
            /** @description Now, also when balances are asked for a past moment */
            isClosed: boolean;
            openedAt: components["schemas"]["Moment"];
            debits: components["schemas"]["Amount"];
            credits: components["schemas"]["Amount"];
            debitsPending: components["schemas"]["Amount"];
            creditsPending: components["schemas"]["Amount"];
            balance: components["schemas"]["Amount"];
            at: components["schemas"]["Moment"] | null;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        AccountRef: {
            /** @example settlement:MRDNCNBJ */
            code: string;
            title: components["schemas"]["Title"];
        };
        /** @description Something a person or the system did; kept in the trail of its subject. */
        Act: {
            at: components["schemas"]["Moment"];
            actor: string;
            text: components["schemas"]["Title"];
            reason: string | null;
            recorded: components["schemas"]["RecordedIn"] | null;
        };
        /** @description A condition an operator must know of; `subject` is what it is about. It clears when it no longer holds. */
        Alarm: {
            /** Format: uuid */
            id: string;
            severity: components["schemas"]["Severity"];
            code: string;
            text: components["schemas"]["Title"];
            raisedAt: components["schemas"]["Moment"];
            acknowledgedAt: components["schemas"]["Moment"] | null;
            clearedAt: components["schemas"]["Moment"] | null;
            subject: components["schemas"]["AlarmSubject"] | null;
        };
        AlarmEvent: {
            /** @constant */
            type: "alarm";
            alarm: components["schemas"]["Alarm"];
        };
        AlarmPage: {
            items: components["schemas"]["Alarm"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        AlarmSubject: {
            /** @enum {string} */
            kind: "payment" | "participant" | "day" | "clearing" | "message" | "system";
            id: string;
        };
        /**
         * @description Minor units of the institution’s currency as decimal digits: "123456" is 1,234.56 CNY. May be negative.
         * @example 123456
         */
        Amount: string;
        AnswerKey: {
            kty: string;
            crv: string;
            x: string;
            /** @description The `keyid` of answers’ signatures: the thumbprint of RFC 7638. */
            kid: string;
            alg: string;
            use: string;
        };
        /** @description A JWK Set (RFC 7517). */
        AnswerKeys: {
            keys: components["schemas"]["AnswerKey"][];
        };
        Approval: {
            approver: components["schemas"]["PersonRef"];
            onBehalfOf: string | null;
            at: components["schemas"]["Moment"];
        };
        ApprovalAct: {
            at: components["schemas"]["Moment"];
            actor: string;
            /** @enum {string} */
            act: "made" | "approved" | "refused" | "withdrawn" | "expired" | "carried-out" | "failed" | "policy-changed" | "delegated" | "delegation-ended";
            detail: string | null;
        };
        /** @description From this amount on, so many others must approve. */
        ApprovalBand: {
            from: components["schemas"]["GivenAmount"];
            /** @enum {integer} */
            approvers: 0 | 1 | 2;
        };
        /** @description Why it could not be carried out once approved. */
        ApprovalOutcome: {
            code: string;
            field: string | null;
        };
        /** @description A call of a person that others must approve before it is carried out. */
        ApprovalRequest: {
            id: string;
            /** @example funding:write */
            action: string;
            title: components["schemas"]["Title"];
            /** @example POST /v1/participants/AAAACNBJ/funding */
            route: string;
            /**
             * @description Whose people make and approve it.
             * @example central-bank
             */
            organisation: string;
            maker: components["schemas"]["PersonRef"];
            reason: string | null;
            amount: components["schemas"]["Amount"] | null;
            difference: components["schemas"]["Difference"][];
            /**
             * @description SHA-256 of the canonical form (RFC 8785) of exactly what will be done, in hexadecimal.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            contentHash: string;
            approversNeeded: number;
            approverRoles: string[];
            approvals: components["schemas"]["Approval"][];
            state: components["schemas"]["ApprovalState"];
            /** @description It answers a secret: once approved, its maker makes the same call again, which then does it. */
            byMaker: boolean;
            takeUntil: string | null;
            madeAt: components["schemas"]["Moment"];
            expiresAt: components["schemas"]["Moment"];
            endedAt: components["schemas"]["Moment"] | null;
            endedBy: components["schemas"]["PersonRef"] | null;
            endReason: string | null;
            outcome: components["schemas"]["ApprovalOutcome"] | null;
            may: components["schemas"]["MayDecide"];
        };
        /** @description A request with its exact content and its trail. */
        ApprovalRequestDetail: {
            id: string;
            /** @example funding:write */
            action: string;
            title: components["schemas"]["Title"];
            /** @example POST /v1/participants/AAAACNBJ/funding */
            route: string;
            /**
             * @description Whose people make and approve it.
             * @example central-bank
             */
            organisation: string;
            maker: components["schemas"]["PersonRef"];
            reason: string | null;
            amount: components["schemas"]["Amount"] | null;
            difference: components["schemas"]["Difference"][];
            /**
             * @description SHA-256 of the canonical form (RFC 8785) of exactly what will be done, in hexadecimal.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            contentHash: string;
            approversNeeded: number;
            approverRoles: string[];
            approvals: components["schemas"]["Approval"][];
            state: components["schemas"]["ApprovalState"];
            /** @description It answers a secret: once approved, its maker makes the same call again, which then does it. */
            byMaker: boolean;
            takeUntil: string | null;
            madeAt: components["schemas"]["Moment"];
            expiresAt: components["schemas"]["Moment"];
            endedAt: components["schemas"]["Moment"] | null;
            endedBy: components["schemas"]["PersonRef"] | null;
            endReason: string | null;
            outcome: components["schemas"]["ApprovalOutcome"] | null;
            may: components["schemas"]["MayDecide"];
            /** @description The canonical form itself: whoever doubts the hash makes it anew. */
            content: string;
            acts: components["schemas"]["ApprovalAct"][];
        };
        ApprovalRequestPage: {
            items: components["schemas"]["ApprovalRequest"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        ApprovalState: "waiting" | "approved" | "carried-out" | "failed" | "refused" | "withdrawn" | "expired";
        /**
         * Format: date
         * @description A business date, YYYY-MM-DD; not a moment: a day may open the evening before.
         * @example 2027-04-14
         */
        BusinessDay: string;
        /** @description What the case is about; it must be the organisation’s own. */
        CaseAbout: {
            kind: components["schemas"]["CaseAboutKind"];
            /** @description A request by the id of its answer, `x-request-id`. */
            id: string;
        };
        /** @enum {string} */
        CaseAboutKind: "request" | "payment" | "message";
        /** @enum {string} */
        CaseAct: "asked" | "replied" | "answered" | "closed";
        /** @enum {string} */
        CaseKind: "question" | "fault";
        /** @enum {string} */
        CaseSide: "institution" | "central-bank";
        /** @enum {string} */
        CaseState: "open" | "answered" | "closed";
        CatalogueService: {
            id: components["schemas"]["CatalogueServiceId"];
            title: components["schemas"]["Title"];
            about: components["schemas"]["Title"];
            /** @description Of its routes in the OpenAPI document. */
            tags: string[];
            /** @description Those of them that a sandbox answers too. */
            sandboxTags: string[];
            documents: components["schemas"]["ServiceDocument"][];
            /** @description Subscribing waits for the central bank. */
            needsApproval: boolean;
            /** @description What one may ask at live as long as nobody said otherwise. */
            limits: components["schemas"]["ServiceLimit"][];
            monthlyPrice: components["schemas"]["Amount"];
            priceFrom: components["schemas"]["BusinessDay"] | null;
            state: components["schemas"]["ServiceState"] | null;
        };
        /** @enum {string} */
        CatalogueServiceId: "settlement" | "messages" | "webhooks" | "simulator";
        /** @description That an institution passed a conformance run. */
        Certificate: {
            statement: components["schemas"]["CertificateStatement"];
            /** @description The statement signed: JWS in compact form, EdDSA, by the key of GET /.well-known/feiqian-keys that its `kid` names. */
            jws: string;
        };
        CertificateIssuer: {
            bic: string;
            name: components["schemas"]["Title"];
        };
        CertificateStatement: {
            /** @constant */
            type: "feiqian-certificate";
            id: string;
            issuer: components["schemas"]["CertificateIssuer"];
            organisationId: string;
            /** @constant */
            environment: "certification";
            service: string;
            /** @description Of the service’s script. */
            version: number;
            startedAt: components["schemas"]["Moment"];
            passedAt: components["schemas"]["Moment"];
            steps: components["schemas"]["CertificateStep"][];
        };
        CertificateStep: {
            code: string;
            shownBy: string[];
        };
        /** @description Net positions of a clearing house, which settle all or nothing. `value` is the sum of the debit positions; `grossValue` what was netted, as the house says. */
        ClearingBatch: {
            id: string;
            house: components["schemas"]["ParticipantRef"];
            reference: string;
            state: components["schemas"]["ClearingState"];
            value: components["schemas"]["Amount"];
            grossValue: components["schemas"]["Amount"] | null;
            positionsCount: number;
            receivedAt: components["schemas"]["Moment"];
            informationEndsAt: components["schemas"]["Moment"] | null;
            settledAt: components["schemas"]["Moment"] | null;
            guaranteeUsed: components["schemas"]["Amount"];
        };
        /** @description A batch with its positions; a member sees its own only. */
        ClearingBatchDetail: {
            id: string;
            house: components["schemas"]["ParticipantRef"];
            reference: string;
            state: components["schemas"]["ClearingState"];
            value: components["schemas"]["Amount"];
            grossValue: components["schemas"]["Amount"] | null;
            positionsCount: number;
            receivedAt: components["schemas"]["Moment"];
            informationEndsAt: components["schemas"]["Moment"] | null;
            settledAt: components["schemas"]["Moment"] | null;
            guaranteeUsed: components["schemas"]["Amount"];
            positions: {
                participant: components["schemas"]["ParticipantRef"];
                net: components["schemas"]["Amount"];
                isCovered: boolean;
                shortfall: components["schemas"]["Amount"];
            }[];
            guaranteeBalance: components["schemas"]["Amount"];
            timeline: components["schemas"]["TimelineStep"][];
            /** @description For the clearing house and the central bank; none for a member. */
            acts: components["schemas"]["Act"][];
        };
        ClearingBatchPage: {
            items: components["schemas"]["ClearingBatch"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        ClearingState: "informing" | "waiting" | "settled" | "rejected";
        /** @enum {string} */
        ClockAct: "move-to" | "next-phase" | "next-business-day" | "pause" | "run";
        /** @description How far an organisation is on its way out. */
        Closing: {
            organisationId: string;
            state: components["schemas"]["ClosingState"];
            askedAt: string | null;
            closedAt: string | null;
            finishedAt: string | null;
            /** @description What is in the way now; closing is refused with the code of the first. */
            obstacles: components["schemas"]["Obstacle"][];
        };
        /** @enum {string} */
        ClosingObstacle: "closing_of_central_bank" | "closing_not_asked" | "closing_not_left" | "closing_money_on_account" | "closing_payments_wait" | "closing_clearing_batch_open" | "closing_credit_line_open" | "closing_reserve_open" | "closing_indirect_participants";
        /** @enum {string} */
        ClosingState: "active" | "asked" | "closing" | "closed";
        Colleague: {
            id: string;
            /** @description The name that stands in trails. */
            name: string;
            /** @description Those that the caller has too. */
            roles: string[];
        };
        /** @description Who could stand in for the caller, by a role that both have. */
        Colleagues: {
            items: components["schemas"]["Colleague"][];
        };
        ComingPolicy: {
            /** @description Smallest first, the first from "0". */
            bands: components["schemas"]["ApprovalBand"][];
            roles: components["schemas"]["RoleId"][];
            /** @example 24 */
            expiryHours: number;
            inForceAt: components["schemas"]["Moment"];
        };
        ConformanceRun: {
            id: string;
            organisationId: string;
            service: components["schemas"]["ServiceCode"];
            title: components["schemas"]["Title"];
            startedAt: components["schemas"]["Moment"];
            passedAt: components["schemas"]["Moment"] | null;
        };
        ConformanceRunDetail: {
            id: string;
            organisationId: string;
            service: components["schemas"]["ServiceCode"];
            title: components["schemas"]["Title"];
            startedAt: components["schemas"]["Moment"];
            passedAt: components["schemas"]["Moment"] | null;
            steps: components["schemas"]["ConformanceStep"][];
        };
        ConformanceRunList: {
            items: components["schemas"]["ConformanceRun"][];
        };
        ConformanceStep: {
            code: string;
            title: components["schemas"]["Title"];
            how: components["schemas"]["Title"];
            /** @description Messages that show it; none until it has happened. */
            shownBy: string[];
        };
        /** @description Shows that the first tree begins the second (RFC 9162, 2.1.4). */
        ConsistencyProof: {
            /** @description Number of leaves */
            first: number;
            /** @description Number of leaves */
            second: number;
            firstRoot: components["schemas"]["Hash"];
            secondRoot: components["schemas"]["Hash"];
            proof: components["schemas"]["Hash"][];
        };
        /** @description The data of an organisation in open formats, in one archive. */
        DataExport: {
            id: string;
            state: components["schemas"]["DataExportState"];
            askedBy: string;
            askedAt: components["schemas"]["Moment"];
            readyAt: components["schemas"]["Moment"] | null;
            expiresAt: string | null;
            bytes: string | null;
            sha256: string | null;
            rows: string | null;
            progress: components["schemas"]["DataExportProgress"] | null;
        };
        DataExportList: {
            items: components["schemas"]["DataExport"][];
        };
        /** @description Datasets written, of how many, and rows so far. */
        DataExportProgress: {
            done: number;
            of: number;
            rows: number;
        };
        /** @enum {string} */
        DataExportState: "working" | "ready" | "failed" | "expired";
        /** @description A business day with its phases and its trail. `now` is the server’s clock; `accepts` says what may still be entered; `extendedMinutes` were added by an operator. */
        Day: {
            date: components["schemas"]["BusinessDay"];
            state: components["schemas"]["DayState"];
            phases: {
                code: string;
                title: components["schemas"]["Title"];
                startsAt: components["schemas"]["Moment"];
                endsAt: components["schemas"]["Moment"];
                /** @enum {string} */
                state: "past" | "current" | "coming";
                accepts: components["schemas"]["Title"];
                extendedMinutes: number;
            }[];
            phase: string | null;
            now: components["schemas"]["Moment"];
            nextCutOff: {
                phase: string;
                title: components["schemas"]["Title"];
                at: components["schemas"]["Moment"];
            } | null;
            nextDate: components["schemas"]["BusinessDay"];
            acts: components["schemas"]["Act"][];
        };
        /** @description What closing now would do: payments handed back to their senders, credit lines still used. */
        DayClosePreview: {
            queuedCount: number;
            queuedValue: components["schemas"]["Amount"];
            returnedCount: number;
            creditUsed: components["schemas"]["Amount"];
            participantsInCredit: number;
            nextDate: components["schemas"]["BusinessDay"];
        };
        /** @enum {string} */
        DayState: "preparing" | "open" | "closing" | "closed";
        DaySummary: {
            date: components["schemas"]["BusinessDay"];
            state: components["schemas"]["DayState"];
            settledCount: number;
            settledValue: components["schemas"]["Amount"];
            returnedCount: number;
            closedAt: components["schemas"]["Moment"] | null;
        };
        DaySummaryPage: {
            items: components["schemas"]["DaySummary"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @description Someone is away; another who has the same role stands in. */
        Delegation: {
            id: string;
            role: string;
            from: components["schemas"]["PersonRef"];
            /** @description The id of who stands in. */
            to: string;
            begins: components["schemas"]["Moment"];
            ends: components["schemas"]["Moment"];
            reason: string;
            endedAt: components["schemas"]["Moment"] | null;
        };
        DelegationPage: {
            items: components["schemas"]["Delegation"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        DeliveryState: "pending" | "delivered" | "failed";
        /** @description The stream of demo payments. */
        Demo: {
            /** @enum {string} */
            state: "running" | "paused" | "stopped";
            /** @description 1 is about four payments a second. */
            speed: number;
            speeds: number[];
            paymentsSent: number;
        };
        DemoEvent: {
            /** @constant */
            type: "demo";
            demo: components["schemas"]["Demo"];
        };
        DemoPerson: {
            /**
             * @description In small letters; stands in trails as who did it, and is never given to another.
             * @example lin.wanqing
             */
            login: string;
            /** @example 林晚晴 */
            name: string;
            /** @description What the person may do, as a list of roles. */
            roles: string[];
            organisation: components["schemas"]["Title"];
        };
        /** @description What a person signs in with: a passkey on a machine or a key of its own. */
        Device: {
            id: string;
            name: string;
            /** @description Kept by a provider on several machines. */
            isSynced: boolean;
            createdAt: components["schemas"]["Moment"];
            lastUsedAt: components["schemas"]["Moment"] | null;
        };
        DeviceList: {
            items: components["schemas"]["Device"][];
        };
        /** @description What approving changes; the same before and after says what it is about. */
        Difference: {
            field: components["schemas"]["Title"];
            /** @enum {string} */
            kind: "text" | "amount";
            before: string | null;
            after: string | null;
        };
        DroppedRequests: {
            at: components["schemas"]["Moment"];
            count: number;
        };
        /** @description Whom a link is for. */
        Enrolment: {
            /** @enum {string} */
            purpose: "first" | "invitation" | "recovery";
            /** @example 林晚晴 */
            name: string;
            /**
             * @description In small letters; stands in trails as who did it, and is never given to another.
             * @example lin.wanqing
             */
            login: string;
            organisation: components["schemas"]["Title"];
            /** @description May be bound to the organisation’s own sign-in instead of a passkey. */
            hasProvider: boolean;
            expiresAt: string;
        };
        EnrolmentLink: {
            /** @description Shown this once; good once, for 24 hours. */
            link: string;
            expiresAt: components["schemas"]["Moment"];
            person: components["schemas"]["Person"];
        };
        /** @description A line on an account: one side of one transfer, with the balance after it. */
        Entry: {
            transferId: string;
            seq: number;
            at: components["schemas"]["Moment"];
            account: components["schemas"]["AccountRef"];
            side: components["schemas"]["Side"];
            amount: components["schemas"]["Amount"];
            balanceAfter: components["schemas"]["Amount"] | null;
            counterAccount: components["schemas"]["AccountRef"];
            paymentId: string | null;
            text: components["schemas"]["Title"];
        };
        /** @description The environment that answers here. */
        Environment: {
            organisationId: string | null;
            kind: components["schemas"]["EnvironmentKind"];
            /**
             * @description What stands before the paths of the API.
             * @example /sandbox/MRDNCNBJ
             */
            base: string;
            participantId: string | null;
            clock: components["schemas"]["EnvironmentClock"];
            faults: components["schemas"]["Fault"][];
            /** @description The latest fifty, newest first. */
            requests: components["schemas"]["RecentRequest"][];
        };
        EnvironmentClock: {
            now: components["schemas"]["Moment"];
            isRunning: boolean;
            date: components["schemas"]["BusinessDay"] | null;
            phase: components["schemas"]["PhaseNow"] | null;
            next: components["schemas"]["PhaseNext"] | null;
        };
        /** @enum {string} */
        EnvironmentKind: "live" | "certification" | "sandbox";
        /** @description In the order of their organisations. */
        EnvironmentList: {
            items: components["schemas"]["EnvironmentRef"][];
        };
        EnvironmentRef: {
            /** @example sandbox-MRDNCNBJ */
            id: string;
            organisationId: string;
            kind: components["schemas"]["OwnEnvironmentKind"];
            /** @example /sandbox/MRDNCNBJ */
            base: string;
            createdAt: components["schemas"]["Moment"];
            /** @description Whether it is in memory now; otherwise the next request opens it. */
            isOpen: boolean;
        };
        EvidenceKey: {
            id: string;
            /** @description The leaf with which it came into force */
            since: number;
            /** @description Ed25519 */
            publicKeyPem: string;
            isInForce: boolean;
        };
        /** @description The keys that sign tree heads, oldest first. */
        EvidenceKeys: {
            origin: string;
            keys: components["schemas"]["EvidenceKey"][];
        };
        EvidenceMonth: {
            /** @example 2027-04 */
            month: string;
        };
        /** @description Months that are over, newest first. */
        EvidenceMonthList: {
            items: components["schemas"]["EvidenceMonth"][];
        };
        /** @description What was asked to go wrong and has not ended. */
        Fault: {
            kind: components["schemas"]["FaultKind"];
            endsAt: string | null;
            delaySeconds: number | null;
        };
        /** @enum {string} */
        FaultKind: "late-answer" | "next-message-refused" | "next-answer-lost" | "link-cut" | "cut-off-now";
        /**
         * @description An amount handed in: minor units as decimal digits, not negative.
         * @example 123456
         */
        GivenAmount: string;
        /** @description Maintenance names `startsAt` and `endsAt`; an incident began now, or at `startsAt`. */
        GivenNotice: {
            /** @enum {string} */
            kind: "incident" | "maintenance";
            /** @description In English and Simplified Chinese. */
            title: {
                en: string;
                zh: string;
            };
            services: ("api" | "settlement" | "messages" | "evidence" | "simulator" | "database")[];
            /** @description In English and Simplified Chinese. */
            text: {
                en: string;
                zh: string;
            };
            startsAt?: components["schemas"]["Moment"];
            endsAt?: components["schemas"]["Moment"];
        };
        /** @description `startsAt` and `endsAt` move maintenance that is planned. */
        GivenNoticeUpdate: {
            state: components["schemas"]["NoticeState"];
            /** @description In English and Simplified Chinese. */
            text: {
                en: string;
                zh: string;
            };
            startsAt?: components["schemas"]["Moment"];
            endsAt?: components["schemas"]["Moment"];
        };
        /** @description How far an institution is on its way to live. */
        GoingLive: {
            organisationId: string;
            steps: components["schemas"]["StepToLive"][];
            next: ("invited" | "sandbox" | "certification" | "asked" | "approved" | "live") | null;
            certificateRun: string | null;
        };
        GuaranteeAccount: {
            account: string;
            balance: components["schemas"]["Amount"];
        };
        /**
         * @description SHA-256, base64.
         * @example 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
         */
        Hash: string;
        HeldAction: {
            name: string;
            title: components["schemas"]["Title"];
        };
        /** @description How many requests wait, for the number in the navigation. */
        Inbox: {
            waitingForMe: number;
            /** @description Those of mine that still wait. */
            madeByMe: number;
        };
        /** @description Shows that a leaf is in the tree of this head (RFC 9162, 2.1.3). */
        InclusionProof: {
            leaf: number;
            hash: components["schemas"]["Hash"];
            /** @description Number of leaves */
            size: number;
            proof: components["schemas"]["Hash"][];
            head: components["schemas"]["TreeHead"];
        };
        /** @description Who runs this, and in which money and time. */
        Institution: {
            name: components["schemas"]["Title"];
            /** @example CBDECNBJ */
            bic: string;
            environment: components["schemas"]["EnvironmentKind"];
            /**
             * @description ISO 4217.
             * @example CNY
             */
            currency: string;
            /**
             * @description Decimals of the currency: 2 for CNY.
             * @example 2
             */
            minorDigits: number;
            /**
             * @description IANA name of the zone its day is kept in.
             * @example Asia/Shanghai
             */
            timeZone: string;
            version: string;
            startedAt: components["schemas"]["Moment"];
            /** @description Whether GET /v1/demo answers. */
            hasDemo: boolean;
        };
        /** @description A key of an organisation’s machines. */
        Key: {
            /**
             * @description The `keyid` of its signatures.
             * @example key_3Q2Zr8fVq1aB
             */
            id: string;
            organisationId: string;
            environment: components["schemas"]["EnvironmentKind"];
            kind: components["schemas"]["KeyKind"];
            label: string;
            algorithm: components["schemas"]["SignatureAlgorithm"] | null;
            publicKey: string | null;
            certificate: string | null;
            prefix: string | null;
            /**
             * @description What it may do; GET /v1/scopes says what each lets in.
             * @example [
             *       "messages:send",
             *       "messages:read"
             *     ]
             */
            scopes: string[];
            /**
             * @description Networks in CIDR notation it may be used from; from anywhere when empty.
             * @example [
             *       "10.20.0.0/16"
             *     ]
             */
            addresses: string[];
            state: components["schemas"]["KeyState"];
            createdAt: components["schemas"]["Moment"];
            expiresAt: components["schemas"]["Moment"] | null;
            revokedAt: components["schemas"]["Moment"] | null;
            lastUsedAt: string | null;
            replacedBy: string | null;
        };
        /** @enum {string} */
        KeyKind: "signing" | "reading" | "certificate";
        KeyPage: {
            items: components["schemas"]["Key"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        KeyState: "valid" | "expired" | "revoked";
        /** @description One record of the log. */
        Leaf: {
            /** @description Its place in the log, from 0 */
            leaf: number;
            kind: components["schemas"]["LeafKind"];
            /** @description The commit that wrote it */
            commit: number;
            at: components["schemas"]["Moment"];
            participantId: string | null;
            /** @description What was hashed, to the byte: JSON */
            record: string;
            hash: components["schemas"]["Hash"];
        };
        /** @enum {string} */
        LeafKind: "commit" | "act" | "refusal" | "key" | "baseline" | "acts";
        LeafPage: {
            items: components["schemas"]["Leaf"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @description The business day of one participant in steps of `stepMinutes`, and from now to the close if all that waits and is announced settled. */
        LiquidityDay: {
            date: components["schemas"]["BusinessDay"];
            stepMinutes: number;
            opensAt: components["schemas"]["Moment"];
            closesAt: components["schemas"]["Moment"];
            now: components["schemas"]["Moment"];
            points: {
                at: components["schemas"]["Moment"];
                balance: components["schemas"]["Amount"];
                creditLine: components["schemas"]["Amount"];
                reserve: components["schemas"]["Amount"];
                paidIn: components["schemas"]["Amount"];
                paidOut: components["schemas"]["Amount"];
                queuedOut: components["schemas"]["Amount"];
            }[];
            projectedClose: components["schemas"]["Amount"] | null;
            projection: {
                at: components["schemas"]["Moment"];
                balance: components["schemas"]["Amount"];
            }[];
        };
        /** @enum {string} */
        LiquiditySaving: "none" | "bilateral" | "gridlock" | "full";
        /** @enum {string} */
        LiveStep: "invited" | "sandbox" | "certification" | "asked" | "approved" | "live";
        LoggedRequest: {
            /** @description As in the header x-request-id of the answer. */
            id: string;
            /**
             * Format: date-time
             * @description When it was answered.
             */
            at: string;
            environment: components["schemas"]["EnvironmentKind"];
            method: string;
            /** @description As declared; empty when there is nothing at the address. */
            path: string;
            /** @description Path and query as they came. */
            target: string;
            status: number;
            code: string | null;
            field: string | null;
            /** @description From its first byte to the last of its answer. */
            microseconds: number;
            actor: string;
            keyId: string | null;
            idempotencyKey: string | null;
            bytesIn: number;
            bytesOut: number;
        };
        LoggedRequestDetail: {
            /** @description As in the header x-request-id of the answer. */
            id: string;
            /**
             * Format: date-time
             * @description When it was answered.
             */
            at: string;
            environment: components["schemas"]["EnvironmentKind"];
            method: string;
            /** @description As declared; empty when there is nothing at the address. */
            path: string;
            /** @description Path and query as they came. */
            target: string;
            status: number;
            code: string | null;
            field: string | null;
            /** @description From its first byte to the last of its answer. */
            microseconds: number;
            actor: string;
            keyId: string | null;
            idempotencyKey: string | null;
            bytesIn: number;
            bytesOut: number;
            askedType: string | null;
            asked: string | null;
            answeredType: string | null;
            answered: string | null;
            explanation: components["schemas"]["Title"] | null;
        };
        /** @description The newest first. */
        LoggedRequestPage: {
            items: components["schemas"]["LoggedRequest"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
            /** @description Requests that were answered but not kept, because there were too many: the latest twenty times. */
            dropped: components["schemas"]["DroppedRequests"][];
        };
        /** @description What the caller may do with it now. */
        MayDecide: {
            approve: boolean;
            refuse: boolean;
            withdraw: boolean;
            /** @description It was approved, and the caller may do it now. */
            take: boolean;
            why: string | null;
        };
        /** @description Who has signed in. */
        Me: {
            id: string;
            /**
             * @description Its id; a participant’s organisation has the participant’s.
             * @example MRDNCNBJ
             */
            organisationId: string;
            /**
             * @description In small letters; stands in trails as who did it, and is never given to another.
             * @example lin.wanqing
             */
            login: string;
            /** @example 林晚晴 */
            name: string;
            /** @description What the person may do, as a list of roles. */
            roles: string[];
            state: components["schemas"]["PersonState"];
            /** @description Has a device to sign in with, or is bound to the organisation’s own sign-in. */
            isEnrolled: boolean;
            createdAt: components["schemas"]["Moment"];
            lastSignedInAt: components["schemas"]["Moment"] | null;
            organisation: components["schemas"]["Title"];
            kind: components["schemas"]["PersonKind"];
            sessionId: string;
            method: components["schemas"]["SignInMethod"];
            sessionEndsAt: components["schemas"]["Moment"];
            /** @description Without an act for so long, the session ends. */
            idleSeconds: number;
        };
        MessageDetail: {
            id: string;
            /** @enum {string} */
            direction: "in" | "out";
            kind: string;
            messageId: string;
            participant: components["schemas"]["ParticipantRef"] | null;
            /** @enum {string} */
            state: "accepted" | "refused" | "waiting" | "delivered";
            transactions: number;
            amount: components["schemas"]["Amount"] | null;
            at: components["schemas"]["Moment"];
            deliveredAt: components["schemas"]["Moment"] | null;
            bytes: number;
            violations: number;
            xml: string;
            answer: string | null;
            answerKind: string | null;
            /** @description The elements in reading order. */
            fields: {
                path: string;
                name: components["schemas"]["Title"];
                /** @description Empty for an element that holds others. */
                value: string;
                currency: string | null;
                meaning: components["schemas"]["Title"] | null;
                /** @description For indentation, from 0. */
                depth: number;
            }[];
            found: components["schemas"]["Violation"][];
            related: components["schemas"]["MessageSummary"][];
            payments: components["schemas"]["Payment"][];
        };
        /** @description A message in or out. In: accepted or refused. Out: waiting until its receiver confirms, then delivered. `bytes` is its size, `violations` how often it breaks its schema. */
        MessageSummary: {
            id: string;
            /** @enum {string} */
            direction: "in" | "out";
            kind: string;
            messageId: string;
            participant: components["schemas"]["ParticipantRef"] | null;
            /** @enum {string} */
            state: "accepted" | "refused" | "waiting" | "delivered";
            transactions: number;
            amount: components["schemas"]["Amount"] | null;
            at: components["schemas"]["Moment"];
            deliveredAt: components["schemas"]["Moment"] | null;
            bytes: number;
            violations: number;
        };
        MessageSummaryPage: {
            items: components["schemas"]["MessageSummary"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @description One minute, named by its beginning; what is queued, at its end. */
        MinuteOfSettlement: {
            minute: components["schemas"]["Moment"];
            settledCount: number;
            settledValue: components["schemas"]["Amount"];
            queuedCount: number;
            queuedValue: components["schemas"]["Amount"];
        };
        /**
         * Format: date-time
         * @description RFC 3339 in UTC, to the microsecond.
         * @example 2027-04-14T06:30:00.000123Z
         */
        Moment: string;
        /** @description A key as it was made; a reading key’s secret is shown this once. */
        NewKey: {
            /**
             * @description The `keyid` of its signatures.
             * @example key_3Q2Zr8fVq1aB
             */
            id: string;
            organisationId: string;
            environment: components["schemas"]["EnvironmentKind"];
            kind: components["schemas"]["KeyKind"];
            label: string;
            algorithm: components["schemas"]["SignatureAlgorithm"] | null;
            publicKey: string | null;
            certificate: string | null;
            prefix: string | null;
            /**
             * @description What it may do; GET /v1/scopes says what each lets in.
             * @example [
             *       "messages:send",
             *       "messages:read"
             *     ]
             */
            scopes: string[];
            /**
             * @description Networks in CIDR notation it may be used from; from anywhere when empty.
             * @example [
             *       "10.20.0.0/16"
             *     ]
             */
            addresses: string[];
            state: components["schemas"]["KeyState"];
            createdAt: components["schemas"]["Moment"];
            expiresAt: components["schemas"]["Moment"] | null;
            revokedAt: components["schemas"]["Moment"] | null;
            lastUsedAt: string | null;
            replacedBy: string | null;
            secret: string | null;
        };
        /** @description A RegistrationResponseJSON. */
        NewPasskey: {
            id: string;
            rawId: string;
            /** @enum {string} */
            type: "public-key";
            authenticatorAttachment?: string;
            clientExtensionResults: {
                [key: string]: unknown;
            };
            response: {
                clientDataJSON: string;
                attestationObject: string;
                authenticatorData?: string;
                transports?: string[];
                publicKey?: string;
                publicKeyAlgorithm?: number;
            };
        };
        /** @description A PublicKeyCredentialCreationOptionsJSON, for navigator.credentials.create. */
        NewPasskeyQuestion: {
            challenge: string;
        };
        /** @description A webhook with its secret, which is shown this once. */
        NewWebhook: {
            /** @example whe_3Q2Zr8fVq1aB */
            id: string;
            organisationId: string;
            url: string;
            description: string;
            events: string[];
            state: components["schemas"]["WebhookState"];
            disabledBecause: ("gone" | "failing") | null;
            disabledAt: components["schemas"]["Moment"] | null;
            previousSecretUntil: components["schemas"]["Moment"] | null;
            createdAt: components["schemas"]["Moment"];
            lastSuccessAt: components["schemas"]["Moment"] | null;
            /** @description Deliveries not taken yet. */
            waiting: number;
            /**
             * @description Checks our signatures. Shown once.
             * @example whsec_
             */
            secret: string;
        };
        /** @description An incident, or maintenance from `startsAt` to `endsAt`, as operators tell of it. */
        Notice: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["NoticeKind"];
            state: components["schemas"]["NoticeState"];
            services: ("api" | "settlement" | "messages" | "evidence" | "simulator" | "database")[];
            title: components["schemas"]["Title"];
            startsAt: components["schemas"]["Moment"];
            endsAt: components["schemas"]["Moment"] | null;
            /** @description Newest first. */
            updates: components["schemas"]["NoticeUpdate"][];
        };
        /** @enum {string} */
        NoticeKind: "incident" | "maintenance";
        /** @enum {string} */
        NoticeState: "investigating" | "identified" | "monitoring" | "resolved" | "planned" | "done" | "cancelled";
        NoticeUpdate: {
            at: components["schemas"]["Moment"];
            state: components["schemas"]["NoticeState"];
            text: components["schemas"]["Title"];
        };
        Notices: {
            items: components["schemas"]["Notice"][];
        };
        Obstacle: {
            code: components["schemas"]["ClosingObstacle"];
            text: components["schemas"]["Title"];
        };
        /** @enum {string} */
        OptimisationMethod: "bilateral" | "gridlock" | "full";
        /** @description An institution or an office of the central bank; its machines have keys. */
        Organisation: {
            /**
             * @description Its id; a participant’s organisation has the participant’s.
             * @example MRDNCNBJ
             */
            id: string;
            kind: components["schemas"]["OrganisationKind"];
            name: components["schemas"]["Title"];
            state: components["schemas"]["OrganisationState"];
            participantId: string | null;
            /** @description Its messages are refused without an XML signature. */
            signsMessages: boolean;
            createdAt: components["schemas"]["Moment"];
            closedAt: components["schemas"]["Moment"] | null;
            liveSince: string | null;
        };
        OrganisationAct: {
            at: components["schemas"]["Moment"];
            actor: string;
            /** @enum {string} */
            act: "created" | "closed" | "key-registered" | "key-rotated" | "key-revoked" | "live-asked" | "live-opened" | "signing-required" | "signing-optional" | "closing-asked" | "closing-withdrawn" | "closing-finished" | "data-export-asked" | "data-export-taken";
            keyId: string | null;
            reason: string | null;
        };
        OrganisationDetail: {
            /**
             * @description Its id; a participant’s organisation has the participant’s.
             * @example MRDNCNBJ
             */
            id: string;
            kind: components["schemas"]["OrganisationKind"];
            name: components["schemas"]["Title"];
            state: components["schemas"]["OrganisationState"];
            participantId: string | null;
            /** @description Its messages are refused without an XML signature. */
            signsMessages: boolean;
            createdAt: components["schemas"]["Moment"];
            closedAt: components["schemas"]["Moment"] | null;
            liveSince: string | null;
            /** @description What was changed, by whom and why: the latest hundred, newest first. */
            acts: components["schemas"]["OrganisationAct"][];
        };
        /** @enum {string} */
        OrganisationKind: "central-bank" | "bank" | "payment-institution" | "clearing-house" | "fintech";
        OrganisationPage: {
            items: components["schemas"]["Organisation"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        OrganisationState: "active" | "closed";
        /** @description A message to you. Valid by its schema, written in the commit it tells of. */
        OutboxMessage: {
            /**
             * @description Confirm with it.
             * @example MRDNCNBJ-12
             */
            id: string;
            /**
             * @description Number in your outbox, from 1 without gaps: the cursor.
             * @example 12
             */
            seq: number;
            /** @example pacs.008.001.08 */
            kind: string;
            at: components["schemas"]["Moment"];
            /** @description The message: header and document in one envelope. */
            xml: string;
        };
        OutboxMessagePage: {
            items: components["schemas"]["OutboxMessage"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @description The day at a glance. */
        Overview: {
            day: components["schemas"]["Day"];
            totals: {
                settledCount: number;
                settledValue: components["schemas"]["Amount"];
                queuedCount: number;
                queuedValue: components["schemas"]["Amount"];
                rejectedCount: number;
                warehousedCount: number;
                /** @description Mean time from receipt to settlement today, in milliseconds. */
                meanDelayMs: number;
                turnoverRatio: number | null;
            };
            /** @description The last 120 whole minutes, oldest first. */
            minutes: components["schemas"]["MinuteOfSettlement"][];
            /** @description Cumulative value in steps of 15 minutes: today, and the mean of past days when there are any. */
            dayCurve: {
                at: components["schemas"]["Moment"];
                settledValue: components["schemas"]["Amount"] | null;
                usualValue: components["schemas"]["Amount"] | null;
            }[];
            /** @description Worst first, at most 12. */
            short: components["schemas"]["ShortParticipant"][];
            /** @description Those that hold, newest first, at most 20. */
            alarms: components["schemas"]["Alarm"][];
        };
        /** @enum {string} */
        OwnEnvironmentKind: "certification" | "sandbox";
        /** @description A participant and where it stands now. Figures of the account are null for one that settles through another. `available` is what it could pay now: balance and free credit line less the reserve. */
        Participant: {
            id: string;
            bic: string;
            name: components["schemas"]["Title"];
            shortName: components["schemas"]["Title"];
            lei: string | null;
            clearingCode: {
                scheme: string;
                code: string;
            } | null;
            kind: components["schemas"]["ParticipantKind"];
            standing: components["schemas"]["ParticipantStanding"];
            settlesThrough: components["schemas"]["ParticipantRef"] | null;
            balance: components["schemas"]["Amount"] | null;
            creditLine: components["schemas"]["Amount"] | null;
            creditUsed: components["schemas"]["Amount"] | null;
            reserve: components["schemas"]["Amount"] | null;
            available: components["schemas"]["Amount"] | null;
            queuedOutCount: number;
            queuedOutValue: components["schemas"]["Amount"];
            queuedInValue: components["schemas"]["Amount"];
            sentToday: components["schemas"]["Amount"];
            receivedToday: components["schemas"]["Amount"];
        };
        /** @description A participant with collateral, reservations, limits and its trail. A limit without counterparty is the multilateral one; `used` is net sent, at least 0; `haircutPercent` is decimal text; `coming` is a change of standing from a later date. */
        ParticipantDetail: {
            id: string;
            bic: string;
            name: components["schemas"]["Title"];
            shortName: components["schemas"]["Title"];
            lei: string | null;
            clearingCode: {
                scheme: string;
                code: string;
            } | null;
            kind: components["schemas"]["ParticipantKind"];
            standing: components["schemas"]["ParticipantStanding"];
            settlesThrough: components["schemas"]["ParticipantRef"] | null;
            balance: components["schemas"]["Amount"] | null;
            creditLine: components["schemas"]["Amount"] | null;
            creditUsed: components["schemas"]["Amount"] | null;
            reserve: components["schemas"]["Amount"] | null;
            available: components["schemas"]["Amount"] | null;
            queuedOutCount: number;
            queuedOutValue: components["schemas"]["Amount"];
            queuedInValue: components["schemas"]["Amount"];
            sentToday: components["schemas"]["Amount"];
            receivedToday: components["schemas"]["Amount"];
            accountCode: string | null;
            joinedOn: components["schemas"]["BusinessDay"];
            leftOn: components["schemas"]["BusinessDay"] | null;
            minimumReserve: components["schemas"]["Amount"];
            coming: {
                /** @enum {string} */
                standing: "active" | "suspended" | "left";
                from: components["schemas"]["BusinessDay"];
            } | null;
            collateral: {
                security: components["schemas"]["Title"];
                marketValue: components["schemas"]["Amount"];
                haircutPercent: string;
                lendingValue: components["schemas"]["Amount"];
            }[];
            reservations: {
                /** @enum {string} */
                priority: "highly-urgent" | "urgent";
                amount: components["schemas"]["Amount"];
                used: components["schemas"]["Amount"];
            }[];
            limits: {
                counterparty: components["schemas"]["ParticipantRef"] | null;
                amount: components["schemas"]["Amount"];
                used: components["schemas"]["Amount"];
            }[];
            acts: components["schemas"]["Act"][];
        };
        /** @enum {string} */
        ParticipantKind: "direct" | "indirect" | "clearing-house";
        ParticipantPage: {
            items: components["schemas"]["Participant"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @description A participant as others name it; `id` goes into paths and filters. */
        ParticipantRef: {
            id: string;
            bic: string;
            name: components["schemas"]["Title"];
            shortName: components["schemas"]["Title"];
        };
        /** @enum {string} */
        ParticipantStanding: "joining" | "active" | "suspended" | "left";
        /** @description An AuthenticationResponseJSON. */
        PasskeyAnswer: {
            id: string;
            rawId: string;
            /** @enum {string} */
            type: "public-key";
            authenticatorAttachment?: string;
            clientExtensionResults: {
                [key: string]: unknown;
            };
            response: {
                clientDataJSON: string;
                authenticatorData: string;
                signature: string;
                userHandle?: string;
            };
        };
        /** @description A PublicKeyCredentialRequestOptionsJSON, for navigator.credentials.get. */
        PasskeyQuestion: {
            challenge: string;
            rpId?: string;
        };
        /** @description A payment as it stands. `kind` is the family of the message it came by, or `clearing`; `reason` is an ISO 20022 code of a rejection, cancellation or return. */
        Payment: {
            id: string;
            uetr: string;
            endToEndId: string;
            kind: string;
            state: components["schemas"]["PaymentState"];
            priority: components["schemas"]["Priority"];
            amount: components["schemas"]["Amount"];
            currency: string;
            sender: components["schemas"]["ParticipantRef"];
            instructedBy: components["schemas"]["ParticipantRef"] | null;
            receiver: components["schemas"]["ParticipantRef"];
            businessDate: components["schemas"]["BusinessDay"];
            receivedAt: components["schemas"]["Moment"];
            settledAt: components["schemas"]["Moment"] | null;
            reason: {
                code: string;
                text: components["schemas"]["Title"];
            } | null;
        };
        /** @description A payment with its story: parties, steps, entries in the books, messages, acts; and what the caller may do with it now, with the reason when not. Past `wantedAt` it waits on, its sender warned; past `latestDebitAt` it is handed back. */
        PaymentDetail: {
            id: string;
            uetr: string;
            endToEndId: string;
            kind: string;
            state: components["schemas"]["PaymentState"];
            priority: components["schemas"]["Priority"];
            amount: components["schemas"]["Amount"];
            currency: string;
            sender: components["schemas"]["ParticipantRef"];
            instructedBy: components["schemas"]["ParticipantRef"] | null;
            receiver: components["schemas"]["ParticipantRef"];
            businessDate: components["schemas"]["BusinessDay"];
            receivedAt: components["schemas"]["Moment"];
            settledAt: components["schemas"]["Moment"] | null;
            reason: {
                code: string;
                text: components["schemas"]["Title"];
            } | null;
            messageId: string;
            instructionId: string | null;
            transactionId: string | null;
            clearingReference: string | null;
            debtor: {
                name: string | null;
                account: string | null;
            };
            creditor: {
                name: string | null;
                account: string | null;
            };
            remittance: string | null;
            earliestDebitAt: components["schemas"]["Moment"] | null;
            wantedAt: components["schemas"]["Moment"] | null;
            latestDebitAt: components["schemas"]["Moment"] | null;
            queuePosition: number | null;
            timeline: components["schemas"]["TimelineStep"][];
            entries: components["schemas"]["Entry"][];
            messages: components["schemas"]["MessageSummary"][];
            acts: components["schemas"]["Act"][];
            related: {
                /** @enum {string} */
                relation: "returns" | "returned-by" | "cancelled-by" | "offset-with";
                payment: components["schemas"]["Payment"];
            }[];
            may: {
                cancel: components["schemas"]["Permission"];
                reprioritise: components["schemas"]["Permission"];
                reorder: components["schemas"]["Permission"];
            };
        };
        PaymentPage: {
            items: components["schemas"]["Payment"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        PaymentState: "warehoused" | "queued" | "settled" | "cancelled" | "returned" | "rejected";
        Permission: {
            allowed: boolean;
            why: components["schemas"]["Title"] | null;
        };
        /** @description Someone of an organisation, who signs in with a passkey. */
        Person: {
            id: string;
            /**
             * @description Its id; a participant’s organisation has the participant’s.
             * @example MRDNCNBJ
             */
            organisationId: string;
            /**
             * @description In small letters; stands in trails as who did it, and is never given to another.
             * @example lin.wanqing
             */
            login: string;
            /** @example 林晚晴 */
            name: string;
            /** @description What the person may do, as a list of roles. */
            roles: string[];
            state: components["schemas"]["PersonState"];
            /** @description Has a device to sign in with, or is bound to the organisation’s own sign-in. */
            isEnrolled: boolean;
            createdAt: components["schemas"]["Moment"];
            lastSignedInAt: components["schemas"]["Moment"] | null;
        };
        PersonAct: {
            at: components["schemas"]["Moment"];
            actor: string;
            /** @enum {string} */
            act: "invited" | "link-made" | "enrolled" | "signed-in" | "failed" | "blocked" | "device-added" | "device-renamed" | "device-removed" | "signed-out" | "session-ended" | "signed-out-everywhere" | "roles-changed" | "locked" | "unlocked" | "left" | "recovery-asked" | "recovery-confirmed" | "recovery-withdrawn" | "recovered" | "provider-set" | "provider-removed";
            address: string | null;
            detail: string | null;
        };
        PersonDetail: {
            id: string;
            /**
             * @description Its id; a participant’s organisation has the participant’s.
             * @example MRDNCNBJ
             */
            organisationId: string;
            /**
             * @description In small letters; stands in trails as who did it, and is never given to another.
             * @example lin.wanqing
             */
            login: string;
            /** @example 林晚晴 */
            name: string;
            /** @description What the person may do, as a list of roles. */
            roles: string[];
            state: components["schemas"]["PersonState"];
            /** @description Has a device to sign in with, or is bound to the organisation’s own sign-in. */
            isEnrolled: boolean;
            createdAt: components["schemas"]["Moment"];
            lastSignedInAt: components["schemas"]["Moment"] | null;
            organisation: components["schemas"]["Title"];
            devices: components["schemas"]["Device"][];
            /** @description How many are open. */
            sessions: number;
            linkExpiresAt: string | null;
            recovery: components["schemas"]["Recovery"] | null;
            /** @description The latest hundred, newest first. */
            acts: components["schemas"]["PersonAct"][];
        };
        /** @enum {string} */
        PersonKind: "operator" | "participant" | "organisation";
        PersonPage: {
            items: components["schemas"]["Person"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        PersonRef: {
            id: string;
            name: string;
        };
        /** @enum {string} */
        PersonState: "active" | "locked" | "left";
        PhaseEvent: {
            /** @constant */
            type: "phase";
            at: components["schemas"]["Moment"];
            date: components["schemas"]["BusinessDay"];
            phase: string | null;
            state: components["schemas"]["DayState"];
        };
        PhaseNext: {
            title: components["schemas"]["Title"];
            at: components["schemas"]["Moment"];
        };
        PhaseNow: {
            code: string;
            title: components["schemas"]["Title"];
        };
        /** @description Who must approve an action before it is carried out. */
        Policy: {
            /** @example funding:write */
            action: string;
            title: components["schemas"]["Title"];
            /** @description Smallest first, the first from "0". */
            bands: components["schemas"]["ApprovalBand"][];
            roles: components["schemas"]["RoleId"][];
            /** @example 24 */
            expiryHours: number;
            /** @description Whether a route of the action names an amount; else one band is enough. */
            isByAmount: boolean;
            inForceAt: components["schemas"]["Moment"] | null;
            changedBy: string | null;
            reason: string | null;
            coming: components["schemas"]["ComingPolicy"][];
        };
        PolicyList: {
            items: components["schemas"]["Policy"][];
        };
        /** @enum {string} */
        Priority: "highly-urgent" | "urgent" | "normal";
        /**
         * @description RFC 9457: why the answer is no. Nothing was changed.
         * @example {
         *       "type": "urn:feiqian:problem:payment_not_found",
         *       "title": "Payment not found",
         *       "status": 404,
         *       "code": "payment_not_found",
         *       "detail": "There is no such payment.",
         *       "detailZh": "没有该笔支付。",
         *       "field": "/id",
         *       "requestId": "5f0f9a30-6d2a-4c3e-9f1b-0d6c8c3f1a2b"
         *     }
         */
        Problem: {
            /** @description `urn:feiqian:problem:` and the code. */
            type: string;
            /** @description The code as words. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description From the closed list in generated/errors.md; programs decide by it. */
            code: string;
            /** @description The sentence in English. */
            detail: string;
            /** @description The sentence in Simplified Chinese. */
            detailZh: string;
            /** @description JSON pointer into the body, `?name` for the query, or the name of a header. */
            field?: string;
            /** @description Figures and names that explain it. */
            details?: {
                [key: string]: unknown;
            };
            /** @description Also in the header x-request-id; quote it when you ask us. */
            requestId: string;
        };
        ProviderAddress: {
            address: string;
        };
        ProviderChoice: {
            organisationId: string;
            name: components["schemas"]["Title"];
        };
        /** @description Queued value by sender and receiver; only cells that are not empty. */
        QueueMatrix: {
            participants: components["schemas"]["ParticipantRef"][];
            cells: {
                sender: string;
                receiver: string;
                count: number;
                value: components["schemas"]["Amount"];
            }[];
            totalCount: number;
            totalValue: components["schemas"]["Amount"];
            byPriority: {
                priority: components["schemas"]["Priority"];
                count: number;
                value: components["schemas"]["Amount"];
            }[];
            liquiditySaving: components["schemas"]["LiquiditySaving"];
        };
        /** @description What a method of liquidity saving finds: the set, the net liquidity it needs, positions before and after, at most 200 of its payments. `appliedAt` is set when it was settled. */
        QueueProposal: {
            method: components["schemas"]["OptimisationMethod"];
            settledCount: number;
            settledValue: components["schemas"]["Amount"];
            remainingCount: number;
            remainingValue: components["schemas"]["Amount"];
            liquidityNeeded: components["schemas"]["Amount"];
            computedInMs: number;
            positions: {
                participant: components["schemas"]["ParticipantRef"];
                before: components["schemas"]["Amount"];
                after: components["schemas"]["Amount"];
                settledCount: number;
            }[];
            payments: components["schemas"]["QueuedPayment"][];
            appliedAt: components["schemas"]["Moment"] | null;
        };
        /** @description A payment that waits: its place in its sender’s queue, 1 first, and why it waits (liquidity, bilateral-limit, multilateral-limit, earliest-time, behind, suspended). */
        QueuedPayment: {
            id: string;
            uetr: string;
            endToEndId: string;
            kind: string;
            state: components["schemas"]["PaymentState"];
            priority: components["schemas"]["Priority"];
            amount: components["schemas"]["Amount"];
            currency: string;
            sender: components["schemas"]["ParticipantRef"];
            instructedBy: components["schemas"]["ParticipantRef"] | null;
            receiver: components["schemas"]["ParticipantRef"];
            businessDate: components["schemas"]["BusinessDay"];
            receivedAt: components["schemas"]["Moment"];
            settledAt: components["schemas"]["Moment"] | null;
            reason: {
                code: string;
                text: components["schemas"]["Title"];
            } | null;
            position: number;
            waitsFor: string;
            waitsForText: components["schemas"]["Title"];
        };
        QueuedPaymentPage: {
            items: components["schemas"]["QueuedPayment"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @description Past `soft` the tenant is told so, past `hard` it is refused; null is without limit. Requests a second are a bucket of two seconds’ worth. Requests are counted by each process of the server for itself. */
        Quota: {
            service: components["schemas"]["QuotaService"];
            measure: components["schemas"]["QuotaMeasure"];
            soft: components["schemas"]["QuotaFigure"] | null;
            hard: components["schemas"]["QuotaFigure"] | null;
            /** @description Nobody has set it for this organisation. */
            isDefault: boolean;
            used: components["schemas"]["QuotaFigure"];
            left: components["schemas"]["QuotaFigure"] | null;
            resetsAt: components["schemas"]["Moment"] | null;
            isPastSoft: boolean;
        };
        QuotaAct: {
            at: components["schemas"]["Moment"];
            actor: string;
            service: components["schemas"]["QuotaService"];
            measure: components["schemas"]["QuotaMeasure"];
            soft: components["schemas"]["QuotaFigure"] | null;
            hard: components["schemas"]["QuotaFigure"] | null;
            reason: string;
        };
        /**
         * @description How many, as decimal digits; of value, minor units of the institution’s currency.
         * @example 1000
         */
        QuotaFigure: string;
        /** @enum {string} */
        QuotaMeasure: "requests-a-second" | "requests-under-way" | "payments-a-day" | "value-a-day" | "storage-bytes";
        /** @enum {string} */
        QuotaService: "messages" | "settlement" | "simulator" | "platform";
        /** @description What an organisation may ask, what it has used and what is left. */
        Quotas: {
            organisationId: string;
            environment: components["schemas"]["EnvironmentKind"];
            items: components["schemas"]["Quota"][];
            /** @description Who changed what and why: the latest hundred, newest first. */
            acts: components["schemas"]["QuotaAct"][];
        };
        RecentRequest: {
            /**
             * Format: date-time
             * @description Time of the world.
             */
            at: string;
            method: string;
            path: string;
            /** @description 0: the connection ended without an answer. */
            status: number;
            milliseconds: number;
            actor: string;
        };
        /** @description Its leaf in the evidence: of kind `act` in this commit, with this number in its record. */
        RecordedIn: {
            commit: number;
            number: number;
        };
        /** @description A recovery that waits for a second administrator. */
        Recovery: {
            /** @description Login name of the administrator who asked. */
            firstBy: string;
            firstAt: components["schemas"]["Moment"];
            reason: string;
            expiresAt: components["schemas"]["Moment"];
        };
        /** @description What a person may be, and may do by it. */
        Role: {
            id: components["schemas"]["RoleId"];
            of: components["schemas"]["RoleSide"];
            title: components["schemas"]["Title"];
            about: components["schemas"]["Title"];
            actions: components["schemas"]["HeldAction"][];
        };
        /** @enum {string} */
        RoleId: "operator" | "participants-officer" | "supervisor" | "viewer" | "system-administrator" | "security-administrator" | "audit-administrator" | "member-administrator" | "member-operator" | "member-viewer";
        RoleList: {
            items: components["schemas"]["Role"][];
        };
        /** @enum {string} */
        RoleSide: "central-bank" | "institution";
        Scope: {
            name: string;
            title: {
                en: string;
                zh: string;
            };
            routes: string[];
            isForReadingKeys: boolean;
        };
        ScopeList: {
            items: components["schemas"]["Scope"][];
        };
        /** @description A message of yours with the immediate answer it got. */
        SentMessage: {
            /** Format: uuid */
            id: string;
            /**
             * @description Goes on after this one.
             * @example 1807682400000123
             */
            cursor: string;
            messageId: string | null;
            kind: string | null;
            /** @enum {string} */
            state: "accepted" | "refused";
            at: components["schemas"]["Moment"];
            /** @example pacs.002.001.10 */
            answerKind: string;
            /** @description The XML that POST /v1/messages answered. */
            answer: string;
        };
        SentMessagePage: {
            items: components["schemas"]["SentMessage"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        ServiceCatalogue: {
            /** @description ISO 4217, of the prices. */
            currency: string;
            items: components["schemas"]["CatalogueService"][];
        };
        /** @enum {string} */
        ServiceCode: "settlement";
        ServiceDay: {
            /**
             * Format: date
             * @description UTC.
             */
            date: string;
            /** @description Minutes in which it was probed. */
            probed: number;
            /** @description Those in which it worked. */
            worked: number;
        };
        /** @description A page to read, at its address; `?language=zh` in Chinese. */
        ServiceDocument: {
            title: components["schemas"]["Title"];
            path: string;
            /** @example /v1/documents/connect-a-bank */
            address: string;
        };
        /** @description A service failed for three minutes or longer; it began with the first. */
        ServiceFailure: {
            /** @enum {string} */
            service: "api" | "settlement" | "messages" | "evidence" | "simulator" | "database";
            openedAt: components["schemas"]["Moment"];
            closedAt: components["schemas"]["Moment"] | null;
        };
        /** @enum {string} */
        ServiceId: "api" | "settlement" | "messages" | "evidence" | "simulator" | "database";
        ServiceLimit: {
            measure: string;
            soft: string | null;
            hard: string | null;
        };
        /** @description What a month of a service costs from a day on, until another price holds. */
        ServicePrice: {
            monthlyPrice: components["schemas"]["Amount"];
            from: components["schemas"]["BusinessDay"];
            setAt: components["schemas"]["Moment"] | null;
            setBy: string | null;
            reason: string | null;
        };
        ServicePrices: {
            service: components["schemas"]["CatalogueServiceId"];
            /** @description ISO 4217. */
            currency: string;
            /** @description Those to come first, then what holds now, then what held before. */
            items: components["schemas"]["ServicePrice"][];
        };
        /** @enum {string} */
        ServiceState: "working" | "failing" | "unknown";
        ServiceStatus: {
            id: components["schemas"]["ServiceId"];
            title: components["schemas"]["Title"];
            state: components["schemas"]["ServiceState"];
            since: components["schemas"]["Moment"] | null;
            days: components["schemas"]["ServiceDay"][];
        };
        /** @description Ends after 15 minutes without an act, and 12 hours after it began. */
        Session: {
            id: string;
            /** @description The one that asks. */
            isThis: boolean;
            /** @enum {string} */
            method: "passkey" | "demo" | "provider";
            device: string | null;
            address: string;
            /** @description What the browser says it is. */
            agent: string;
            createdAt: components["schemas"]["Moment"];
            seenAt: components["schemas"]["Moment"];
            expiresAt: components["schemas"]["Moment"];
        };
        /** @enum {string} */
        SessionEnd: "idle" | "absolute" | "ended" | "locked";
        SessionList: {
            items: components["schemas"]["Session"][];
        };
        /** @enum {string} */
        Severity: "high" | "medium" | "low";
        /** @description What a participant has queued against what it could pay now; `shortfall` is the rest, at least 0. */
        ShortParticipant: {
            participant: components["schemas"]["ParticipantRef"];
            queuedCount: number;
            queuedValue: components["schemas"]["Amount"];
            available: components["schemas"]["Amount"];
            shortfall: components["schemas"]["Amount"];
            oldestQueuedAt: components["schemas"]["Moment"] | null;
        };
        /** @enum {string} */
        Side: "debit" | "credit";
        /** @description What the sign-in page needs to know. */
        SignIn: {
            /** @description Where passkeys work; they are bound to this name. */
            origin: string;
            me: components["schemas"]["Me"] | null;
            ended: components["schemas"]["SessionEnd"] | null;
            /** @description Organisations whose people may sign in through a provider of their own. */
            providers: components["schemas"]["ProviderChoice"][];
            /** @description Invented people whom one click lets in; in the demo alone. */
            demoPeople: components["schemas"]["DemoPerson"][];
        };
        /** @enum {string} */
        SignInMethod: "passkey" | "demo" | "provider";
        /** @description An organisation’s OpenID Connect provider. The client secret is never shown. */
        SignInProvider: {
            organisationId: string;
            /** @description As its tokens name it; its metadata is below `/.well-known/openid-configuration`. */
            issuer: string;
            clientId: string;
            /** @description To be registered with the provider, exactly so. */
            redirectUri: string;
            changedAt: components["schemas"]["Moment"];
            changedBy: string;
        };
        /** @enum {string} */
        SignatureAlgorithm: "ed25519" | "ecdsa-p256-sha256" | "sm2-sm3";
        /** @description A run of the simulator. One runs at a time; the others wait. */
        Simulation: {
            /** Format: uuid */
            id: string;
            name: string;
            lsm: components["schemas"]["LiquiditySaving"];
            state: components["schemas"]["SimulationState"];
            progress: {
                done: number;
                of: number;
            };
            createdAt: components["schemas"]["Moment"];
            finishedAt: components["schemas"]["Moment"] | null;
            problem: {
                type: string;
                title: string;
                status: number;
                code: string;
                detail: string;
                detailZh: string;
                requestId: string;
            } | null;
        };
        /** @description A run, what was wrong with its files, and what came of it. */
        SimulationDetail: {
            /** Format: uuid */
            id: string;
            name: string;
            lsm: components["schemas"]["LiquiditySaving"];
            state: components["schemas"]["SimulationState"];
            progress: {
                done: number;
                of: number;
            };
            createdAt: components["schemas"]["Moment"];
            finishedAt: components["schemas"]["Moment"] | null;
            problem: {
                type: string;
                title: string;
                status: number;
                code: string;
                detail: string;
                detailZh: string;
                requestId: string;
            } | null;
            result: components["schemas"]["SimulationFigures"] | null;
            inputProblems: {
                count: number;
                shown: {
                    /** @enum {string} */
                    file: "balances" | "payments";
                    /** @description From 1; the line the row ends on */
                    line: number;
                    /** @description The name in the header; empty when the whole row is meant */
                    column: string;
                    en: string;
                    zh: string;
                }[];
            };
        };
        /** @description What a simulated day came to. */
        SimulationFigures: {
            currency: string;
            minorDigits: number;
            /** @enum {string} */
            lsm: "none" | "bilateral" | "gridlock" | "full";
            hasTimes: boolean;
            /** @description Payments that stood after one with a later time, and were sorted */
            reorderedCount: number;
            inputs: {
                balances: {
                    rows: number;
                    /** @description Of the file as given: names the input of a study */
                    sha256: string;
                };
                payments: {
                    rows: number;
                    /** @description Of the file as given: names the input of a study */
                    sha256: string;
                };
            };
            firstEntry: string;
            lastEntry: string;
            paymentCount: number;
            paymentValue: components["schemas"]["Amount"];
            settledCount: number;
            settledValue: components["schemas"]["Amount"];
            unsettledCount: number;
            unsettledValue: components["schemas"]["Amount"];
            settledHow: {
                direct: {
                    count: number;
                    value: components["schemas"]["Amount"];
                };
                queue: {
                    count: number;
                    value: components["schemas"]["Amount"];
                };
                bilateral: {
                    count: number;
                    value: components["schemas"]["Amount"];
                };
                gridlock: {
                    count: number;
                    value: components["schemas"]["Amount"];
                };
                multilateral: {
                    count: number;
                    value: components["schemas"]["Amount"];
                };
            };
            /** @description Opening balances and credit lines */
            liquidityAvailable: string;
            /** @description Sum over participants of opening less lowest balance */
            liquidityUsed: string;
            /** @description Sum over participants of the most credit used */
            creditUsed: string;
            /** @description Liquidity if all payments were netted at the end of the day */
            lowerBound: string;
            /** @description Liquidity if every payment settled the moment it was entered */
            upperBound: string;
            turnoverRatio: number | null;
            /** @description Of settled payments */
            meanDelaySeconds: number;
            /** @description Of settled payments, weighted by value */
            meanDelayByValueSeconds: number;
            /** @description Of settled payments that waited */
            meanDelayOfQueuedSeconds: number;
            /** @description Of settled payments */
            longestDelaySeconds: number;
            /** @description Value times time queued over value times time to the end; 0 to 1 */
            delayIndicator: number;
            /** @description Up to 0, 60, 300, 900, 3600 s, and longer */
            delays: {
                count: number;
                value: components["schemas"]["Amount"];
            }[];
            longestQueue: number;
            longestQueueAt: string;
            mostQueuedValue: components["schemas"]["Amount"];
            participants: {
                participant: string;
                opening: components["schemas"]["Amount"];
                creditLine: components["schemas"]["Amount"];
                closing: components["schemas"]["Amount"];
                creditUsedMost: components["schemas"]["Amount"];
                /** @description Opening balance less the lowest balance of the day */
                liquidityUsed: string;
                sent: components["schemas"]["Amount"];
                received: components["schemas"]["Amount"];
                sentCount: number;
                unsettled: components["schemas"]["Amount"];
                unsettledCount: number;
            }[];
            series: {
                /** @description Begin of the span: HH:MM, HH:MM:SS, or the number of an entry */
                time: string;
                enteredValue: components["schemas"]["Amount"];
                settledValue: components["schemas"]["Amount"];
                /** @description At the end of the span, as is queuedValue and liquidityInUse */
                queuedCount: number;
                queuedValue: components["schemas"]["Amount"];
                liquidityInUse: components["schemas"]["Amount"];
                /** @description Of what settled in the span */
                meanDelaySeconds: number;
            }[];
        };
        /** @description Two files and how to save liquidity. */
        SimulationFiles: {
            name?: string;
            balancesCsv: string;
            paymentsCsv: string;
            lsm: components["schemas"]["LiquiditySaving"];
        };
        SimulationPage: {
            items: components["schemas"]["Simulation"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        SimulationState: "waiting" | "running" | "done" | "failed";
        /** @description What was booked on an account from one moment to another, oldest first; opening, closing and sums are of the whole span, not of the page. */
        Statement: {
            account: components["schemas"]["Account"];
            from: components["schemas"]["Moment"];
            to: components["schemas"]["Moment"];
            opening: components["schemas"]["Amount"];
            closing: components["schemas"]["Amount"];
            debits: components["schemas"]["Amount"];
            credits: components["schemas"]["Amount"];
            entryCount: number;
            items: components["schemas"]["Entry"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @description Made of memory alone: it answers while the rest is down. */
        Status: {
            state: components["schemas"]["ServiceState"];
            checkedAt: components["schemas"]["Moment"] | null;
            ageSeconds: number | null;
            services: components["schemas"]["ServiceStatus"][];
            failures: components["schemas"]["ServiceFailure"][];
            /** @description Those that are not over. */
            notices: components["schemas"]["Notice"][];
        };
        /** @enum {string} */
        StatusClass: "2xx" | "4xx" | "5xx";
        StepToLive: {
            code: components["schemas"]["LiveStep"];
            at: string | null;
        };
        /** @description waiting → active → ended; waiting → refused, withdrawn. A service that asks for no approval is active at once. */
        Subscription: {
            /** Format: uuid */
            id: string;
            organisationId: string;
            service: components["schemas"]["CatalogueServiceId"];
            state: components["schemas"]["SubscriptionState"];
            askedAt: components["schemas"]["Moment"];
            /** @description Who asked; `system` for what began with live. */
            askedBy: string;
            decidedAt: components["schemas"]["Moment"] | null;
            decidedBy: string | null;
            decisionReason: string | null;
            beganAt: components["schemas"]["Moment"] | null;
            endedAt: components["schemas"]["Moment"] | null;
            endedBy: string | null;
        };
        SubscriptionPage: {
            items: components["schemas"]["Subscription"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        /** @enum {string} */
        SubscriptionState: "waiting" | "active" | "refused" | "withdrawn" | "ended";
        /** @description open: waits for the central bank; answered: waits for the institution; closed. A post to a closed one opens it again. */
        SupportCase: {
            /** Format: uuid */
            id: string;
            organisationId: string;
            kind: components["schemas"]["CaseKind"];
            subject: string;
            about: components["schemas"]["CaseAbout"] | null;
            state: components["schemas"]["CaseState"];
            askedAt: components["schemas"]["Moment"];
            askedBy: string;
            changedAt: components["schemas"]["Moment"];
        };
        SupportCaseDetail: {
            /** Format: uuid */
            id: string;
            organisationId: string;
            kind: components["schemas"]["CaseKind"];
            subject: string;
            about: components["schemas"]["CaseAbout"] | null;
            state: components["schemas"]["CaseState"];
            askedAt: components["schemas"]["Moment"];
            askedBy: string;
            changedAt: components["schemas"]["Moment"];
            /** @description The oldest first. */
            posts: {
                at: components["schemas"]["Moment"];
                by: string;
                side: components["schemas"]["CaseSide"];
                act: components["schemas"]["CaseAct"];
                text: string | null;
            }[];
        };
        SupportCasePage: {
            items: components["schemas"]["SupportCase"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
            /** @description How many cases wait for you. */
            waiting: number;
        };
        /** @description One step of a story, with the commit it stands in when it wrote. */
        TimelineStep: {
            step: string;
            at: components["schemas"]["Moment"];
            text: components["schemas"]["Title"];
            commit: number | null;
        };
        /**
         * @description A text in English and Simplified Chinese.
         * @example {
         *       "en": "Open",
         *       "zh": "营业"
         *     }
         */
        Title: {
            en: string;
            zh: string;
        };
        /** @description Once a second while anything changes, and at least every 15 seconds. */
        TotalsEvent: {
            /** @constant */
            type: "totals";
            at: components["schemas"]["Moment"];
            settledCount: number;
            settledValue: components["schemas"]["Amount"];
            queuedCount: number;
            queuedValue: components["schemas"]["Amount"];
            rejectedCount: number;
            openAlarms: number;
            /** @description Settled since the last totals. */
            settledCountDelta: number;
            settledValueDelta: components["schemas"]["Amount"];
        };
        /** @description How many leaves the log has, under which root, signed. */
        TreeHead: {
            /** @description The name of the log */
            origin: string;
            /** @description Number of leaves */
            size: number;
            root: components["schemas"]["Hash"];
            /** @description The commit it was signed in */
            commit: number;
            at: components["schemas"]["Moment"];
            /**
             * @description Which key signed it
             * @example 1a2b3c4d
             */
            keyId: string;
            /** @description The signed text: a signed note with a checkpoint (C2SP). Keep it whole. */
            note: string;
        };
        /** @description Every account of the book at a moment. Debits equal credits; anything else is a fault. */
        TrialBalance: {
            at: components["schemas"]["Moment"];
            currency: string;
            rows: {
                account: components["schemas"]["AccountRef"];
                normalSide: components["schemas"]["Side"];
                debits: components["schemas"]["Amount"];
                credits: components["schemas"]["Amount"];
                balance: components["schemas"]["Amount"];
            }[];
            debits: components["schemas"]["Amount"];
            credits: components["schemas"]["Amount"];
            isBalanced: boolean;
        };
        UsageDay: {
            date: components["schemas"]["BusinessDay"];
            /** @description The day is over; its figures never change. */
            isFinal: boolean;
            payments: components["schemas"]["QuotaFigure"];
            value: components["schemas"]["Amount"];
            messagesIn: components["schemas"]["QuotaFigure"];
            messagesOut: components["schemas"]["QuotaFigure"];
        };
        /** @description A CloudEvent 1.0: what was used on a day that is over. */
        UsageEvent: {
            /** @constant */
            specversion: "1.0";
            /** @description The same event has the same id, whenever it is asked for. */
            id: string;
            source: string;
            /** @example feiqian.usage.payments */
            type: string;
            /** @description The organisation. */
            subject: string;
            time: components["schemas"]["Moment"];
            /** @constant */
            datacontenttype: "application/json";
            data: {
                environment: components["schemas"]["EnvironmentKind"];
                date: components["schemas"]["BusinessDay"];
                measure: components["schemas"]["UsageMeasure"];
                quantity: components["schemas"]["QuotaFigure"];
                /** @description ISO 4217 of a value in minor units; `1` of what is counted. */
                unit: string;
            };
        };
        UsageEvents: components["schemas"]["UsageEvent"][];
        UsageFigures: {
            payments: components["schemas"]["QuotaFigure"];
            value: components["schemas"]["Amount"];
            messagesIn: components["schemas"]["QuotaFigure"];
            messagesOut: components["schemas"]["QuotaFigure"];
        };
        /** @enum {string} */
        UsageMeasure: "payments" | "value" | "messages-in" | "messages-out";
        /** @description What an organisation used in a month, by calendar days of the institution’s time zone. */
        UsageStatement: {
            organisationId: string;
            participantId: string | null;
            environment: components["schemas"]["EnvironmentKind"];
            /** @example 2027-04 */
            month: string;
            /** @description ISO 4217. */
            currency: string;
            days: components["schemas"]["UsageDay"][];
            total: components["schemas"]["UsageFigures"];
        };
        /** @description One place where a message breaks its schema. */
        Violation: {
            /** @example /Document/FIToFICstmrCdtTrf/GrpHdr/MsgId */
            path: string;
            /** @description From 1. */
            line: number;
            rule: string;
            text: components["schemas"]["Title"];
        };
        /** @description Where an organisation is told of events. `disabled` is by us: gone, or failing for three days. */
        Webhook: {
            /** @example whe_3Q2Zr8fVq1aB */
            id: string;
            organisationId: string;
            url: string;
            description: string;
            events: string[];
            state: components["schemas"]["WebhookState"];
            disabledBecause: ("gone" | "failing") | null;
            disabledAt: components["schemas"]["Moment"] | null;
            previousSecretUntil: components["schemas"]["Moment"] | null;
            createdAt: components["schemas"]["Moment"];
            lastSuccessAt: components["schemas"]["Moment"] | null;
            /** @description Deliveries not taken yet. */
            waiting: number;
        };
        WebhookAttempt: {
            at: components["schemas"]["Moment"];
            durationMs: number;
            status: number | null;
            failure: string | null;
            /** @description Its first bytes. */
            answer: string;
        };
        /** @description An event on its way to one endpoint, or arrived there. */
        WebhookDelivery: {
            /**
             * @description Of the delivery.
             * @example 41
             */
            id: string;
            /** @description The header webhook-id; the same for a replay. */
            eventId: string;
            type: string;
            occurredAt: components["schemas"]["Moment"];
            /** @enum {string} */
            cause: "event" | "replay" | "test";
            state: components["schemas"]["DeliveryState"];
            attempts: number;
            createdAt: components["schemas"]["Moment"];
            nextAttemptAt: components["schemas"]["Moment"] | null;
            endedAt: components["schemas"]["Moment"] | null;
        };
        /** @description A delivery with each attempt. */
        WebhookDeliveryDetail: {
            /**
             * @description Of the delivery.
             * @example 41
             */
            id: string;
            /** @description The header webhook-id; the same for a replay. */
            eventId: string;
            type: string;
            occurredAt: components["schemas"]["Moment"];
            /** @enum {string} */
            cause: "event" | "replay" | "test";
            state: components["schemas"]["DeliveryState"];
            attempts: number;
            createdAt: components["schemas"]["Moment"];
            nextAttemptAt: components["schemas"]["Moment"] | null;
            endedAt: components["schemas"]["Moment"] | null;
            /** @description The bytes that are sent. */
            body: string;
            log: components["schemas"]["WebhookAttempt"][];
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        WebhookEvent: {
            type: string;
            title: components["schemas"]["Title"];
        };
        WebhookEventList: {
            items: components["schemas"]["WebhookEvent"][];
        };
        /** @enum {string} */
        WebhookEventType: "message.available" | "payment.queued" | "payment.settled" | "payment.returned" | "payment.rejected" | "payment.cancelled" | "day.opened" | "day.extended" | "day.closed" | "key.expiring" | "status.changed" | "support.answered" | "status.notice";
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            /** @description Give it as `after`; null on the last page. */
            next: string | null;
        };
        WebhookReplay: {
            deliveries: number;
        };
        /** @enum {string} */
        WebhookState: "active" | "paused" | "disabled";
    };
    responses: {
        /**
         * @description `malformed_request`: The request does not have the right form.
         *
         *     `cursor_malformed`: This is not the `next` of a page of this list.
         */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token_missing`: Say who you are: send the header Authorization: Bearer with your token.
         *
         *     `token_unknown`: This token is not known.
         */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `not_allowed`: You may not do this.
         *
         *     `host_not_allowed`: This server does not answer to that host name.
         *
         *     `origin_not_allowed`: Another site may not act here in your name.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More than a quota of the caller’s organisation allows (`quota_exceeded`); nothing was done. */
        TooMuch: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: string;
                /** @description What is left of each quota of requests (draft-ietf-httpapi-ratelimit-headers). */
                RateLimit?: string;
                /** @description Those quotas. */
                "RateLimit-Policy"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other refusal, or a fault of ours */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
         * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getInstitution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `no_demo`: The demo is not running here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postDemoPause: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `no_demo`: The demo is not running here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postDemoResume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `no_demo`: The demo is not running here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postDemoStop: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `no_demo`: The demo is not running here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putDemoSpeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description One of `speeds`.
                     * @example 5
                     */
                    speed: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `no_demo`: The demo is not running here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `speed_unknown`: The speed is not one of those offered. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `day_not_open`: The business day is not open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisations: {
        parameters: {
            query?: {
                state?: "active" | "closed";
                kind?: components["schemas"]["OrganisationKind"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Its id; a participant’s organisation has the participant’s.
                     * @example MRDNCNBJ
                     */
                    id: string;
                    kind: components["schemas"]["OrganisationKind"];
                    name: {
                        en: string;
                        zh: string;
                    };
                    /** @description The participant it is. */
                    participantId?: string;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_known`: An organisation has this id, or speaks for this participant already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_participant_unknown`: There is no such participant for the organisation to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putOrganisationsByIdMessageSigning: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isRequired: boolean;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_closed`: The organisation is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getScopes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScopeList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getFeiqianKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerKeys"];
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    getRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdKeys: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ed25519, P-256 or SM2 (as PEM), the public half alone. */
                    publicKey?: string | ({
                        kty: string;
                        crv: string;
                        x: string;
                        y?: string;
                    } & {
                        [key: string]: unknown;
                    });
                    /** @description A certificate request (PKCS#10) as PEM, with a pair of P-256, P-384, Ed25519, or RSA of at least 3072 bits. */
                    certificateRequest?: string;
                    /** @description A client certificate as PEM that an authority has issued which the operator named in feiqian.yaml. */
                    certificate?: string;
                    environment?: components["schemas"]["EnvironmentKind"];
                    /**
                     * @description What it is for.
                     * @example payments-1
                     */
                    label: string;
                    /**
                     * @description What it may do; GET /v1/scopes says what each lets in.
                     * @example [
                     *       "messages:send",
                     *       "messages:read"
                     *     ]
                     */
                    scopes: string[];
                    /**
                     * @description Networks in CIDR notation it may be used from; from anywhere when empty.
                     * @example [
                     *       "10.20.0.0/16"
                     *     ]
                     */
                    addresses?: string[];
                    expiresAt?: components["schemas"]["Moment"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `certificate_untrusted`: No authority that we trust issued the certificate, or its time is over. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `live_not_open`: Live is not open to the organisation yet: it passes a conformance run, asks to go live, and the central bank approves. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `key_known`: This public key was registered before; make a new pair.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key_malformed`: The public key must be Ed25519 or P-256, as PEM (SPKI) or JWK, or SM2 as PEM, and nothing but the public half.
             *
             *     `scope_unknown`: There is no such scope; GET /v1/scopes lists them.
             *
             *     `scope_not_for_reading`: A reading key takes scopes that end in `:read` only; register a key that signs.
             *
             *     `addresses_malformed`: Addresses are IP addresses or networks in CIDR notation.
             *
             *     `expiry_past`: The key would be expired already.
             *
             *     `expiry_far`: A client certificate is valid for 398 days at most.
             *
             *     `key_of_two_kinds`: Give a public key, a certificate request or a certificate, and only one of them.
             *
             *     `certificate_request_malformed`: The certificate request (PKCS#10, PEM) must be signed by its own pair of P-256, P-384, Ed25519, or RSA of at least 3072 bits.
             *
             *     `certificate_malformed`: The certificate (X.509, PEM) must be for client authentication, with a pair of P-256, P-384, Ed25519, or RSA of at least 3072 bits.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdKeysByKeyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `key_not_found`: The organisation has no such key.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdKeysByKeyIdRotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ed25519, P-256 or SM2 (as PEM), the public half alone. */
                    publicKey?: string | ({
                        kty: string;
                        crv: string;
                        x: string;
                        y?: string;
                    } & {
                        [key: string]: unknown;
                    });
                    /** @description A certificate request (PKCS#10) as PEM, with a pair of P-256, P-384, Ed25519, or RSA of at least 3072 bits. */
                    certificateRequest?: string;
                    /** @description A client certificate as PEM that an authority has issued which the operator named in feiqian.yaml. */
                    certificate?: string;
                    /**
                     * @description How long the old key still works.
                     * @default 86400
                     */
                    overlapSeconds: number;
                    expiresAt?: components["schemas"]["Moment"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `certificate_untrusted`: No authority that we trust issued the certificate, or its time is over. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `live_not_open`: Live is not open to the organisation yet: it passes a conformance run, asks to go live, and the central bank approves.
             *
             *     `key_not_own`: A machine replaces no key but its own.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `key_not_found`: The organisation has no such key.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `key_known`: This public key was registered before; make a new pair.
             *
             *     `key_over`: The key is revoked or expired.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `key_malformed`: The public key must be Ed25519 or P-256, as PEM (SPKI) or JWK, or SM2 as PEM, and nothing but the public half.
             *
             *     `scope_unknown`: There is no such scope; GET /v1/scopes lists them.
             *
             *     `scope_not_for_reading`: A reading key takes scopes that end in `:read` only; register a key that signs.
             *
             *     `addresses_malformed`: Addresses are IP addresses or networks in CIDR notation.
             *
             *     `expiry_past`: The key would be expired already.
             *
             *     `expiry_far`: A client certificate is valid for 398 days at most.
             *
             *     `key_of_two_kinds`: Give a public key, a certificate request or a certificate, and only one of them.
             *
             *     `certificate_request_malformed`: The certificate request (PKCS#10, PEM) must be signed by its own pair of P-256, P-384, Ed25519, or RSA of at least 3072 bits.
             *
             *     `certificate_malformed`: The certificate (X.509, PEM) must be for client authentication, with a pair of P-256, P-384, Ed25519, or RSA of at least 3072 bits.
             *
             *     `key_of_other_kind`: The successor must be of the kind of the key it replaces.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdKeysByKeyIdRevoke: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `key_not_found`: The organisation has no such key.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    "getPageAuthority.pem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-pem-file": string;
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    "getPageAuthority.crl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pkix-crl": string;
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    getSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    postSessionOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: components["schemas"]["PasskeyAnswer"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `sign_in_failed`: The passkey was not accepted. Nothing else was changed; try again or use another device. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_locked`: This person is locked; a security administrator can unlock them. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `challenge_over`: This was answered already, or not within five minutes. Try again.
             *
             *     `organisation_closed`: The organisation is closed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_blocked`: Too many attempts have failed. Wait as long as said and try again; nothing is locked for good. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSessionDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description In small letters; stands in trails as who did it, and is never given to another.
                     * @example lin.wanqing
                     */
                    login: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `person_locked`: This person is locked; a security administrator can unlock them. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `demo_only`: This is for the demo alone, and it does not run here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postEnrolmentsLook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows the # of the link. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `person_locked`: This person is locked; a security administrator can unlock them. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_unknown`: There is no such link. Look whether it was copied whole. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `link_used`: The link has been used or replaced by a newer one. Ask for another.
             *
             *     `link_expired`: The link has expired: it is good for 24 hours. Ask for another.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postEnrolmentsOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows the # of the link. */
                    token: string;
                    /** @example 林晚晴 */
                    name?: string;
                    /**
                     * @description In small letters; stands in trails as who did it, and is never given to another.
                     * @example lin.wanqing
                     */
                    login?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPasskeyQuestion"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `person_locked`: This person is locked; a security administrator can unlock them. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_unknown`: There is no such link. Look whether it was copied whole. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `login_known`: Someone has this login name, or had it before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `link_used`: The link has been used or replaced by a newer one. Ask for another.
             *
             *     `link_expired`: The link has expired: it is good for 24 hours. Ask for another.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `name_needed`: The first administrator gives a name and a login name. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postEnrolments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows the # of the link. */
                    token: string;
                    /** @example Office laptop */
                    deviceName: string;
                    response: components["schemas"]["NewPasskey"];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    /** @description The session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `person_locked`: This person is locked; a security administrator can unlock them. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_unknown`: There is no such link. Look whether it was copied whole. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `challenge_over`: This was answered already, or not within five minutes. Try again.
             *
             *     `device_known`: This passkey is enrolled already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `link_used`: The link has been used or replaced by a newer one. Ask for another.
             *
             *     `link_expired`: The link has expired: it is good for 24 hours. Ask for another.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_wrong`: The passkey could not be taken in: it is not for this address, or the person was not verified. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `session_not_found`: You have no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMePresent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMeDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMeDevices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Office laptop */
                    name: string;
                    response: components["schemas"]["NewPasskey"];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `challenge_over`: This was answered already, or not within five minutes. Try again.
             *
             *     `device_known`: This passkey is enrolled already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `passkey_wrong`: The passkey could not be taken in: it is not for this address, or the person was not verified. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMePasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMeDevicesOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    proof?: components["schemas"]["PasskeyAnswer"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPasskeyQuestion"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `passkey_needed`: You have a passkey: show it now to add another device. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `challenge_over`: This was answered already, or not within five minutes. Try again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putMeDevicesByDeviceId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Office laptop */
                    name: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `device_not_found`: You have no such device. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    deleteMeDevicesByDeviceId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `device_not_found`: You have no such device. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_device`: This is your last device; without it you could not sign in. Add another first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    deleteMeSessionsBySessionId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `session_not_found`: You have no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMeSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Takes the cookie away. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMeSignOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    /** @description Takes the cookie away. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getPeople: {
        parameters: {
            query?: {
                /** @description Its id; a participant’s organisation has the participant’s. */
                organisationId?: string;
                state?: "active" | "locked" | "left";
                /** @description Part of a name or a login name. */
                q?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Its id; a participant’s organisation has the participant’s.
                     * @example MRDNCNBJ
                     */
                    organisationId?: string;
                    /**
                     * @description In small letters; stands in trails as who did it, and is never given to another.
                     * @example lin.wanqing
                     */
                    login: string;
                    /** @example 林晚晴 */
                    name: string;
                    /** @description What the person may do, as a list of roles. */
                    roles: string[];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentLink"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `login_known`: Someone has this login name, or had it before.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `role_unknown`: There is no such role; GET /v1/roles lists them.
             *
             *     `role_of_other_side`: The role is not for people of this organisation.
             *
             *     `roles_apart`: Nobody is two of the three administrators.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getPeopleById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `person_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPeopleByIdInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentLink"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `not_oneself`: Nobody does this to themselves; another administrator must. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `person_state_wrong`: The person is not in a state in which this can be done.
             *
             *     `person_enrolled`: The person has enrolled a passkey already; a lost one takes a recovery by two administrators.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putPeopleByIdRoles: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the person may do, as a list of roles. */
                    roles: string[];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `not_oneself`: Nobody does this to themselves; another administrator must. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_state_wrong`: The person is not in a state in which this can be done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `role_unknown`: There is no such role; GET /v1/roles lists them.
             *
             *     `role_of_other_side`: The role is not for people of this organisation.
             *
             *     `roles_apart`: Nobody is two of the three administrators.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPeopleByIdLock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `not_oneself`: Nobody does this to themselves; another administrator must. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_state_wrong`: The person is not in a state in which this can be done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPeopleByIdUnlock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `not_oneself`: Nobody does this to themselves; another administrator must. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_state_wrong`: The person is not in a state in which this can be done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPeopleByIdLeave: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `not_oneself`: Nobody does this to themselves; another administrator must. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_state_wrong`: The person is not in a state in which this can be done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPeopleByIdRecovery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /**
             * @description `not_oneself`: Nobody does this to themselves; another administrator must.
             *
             *     `recovery_needs_another`: The second to confirm must be another administrator than the first, and not the person.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found`: There is no such person. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `person_state_wrong`: The person is not in a state in which this can be done.
             *
             *     `person_not_enrolled`: The person has never enrolled a passkey; send a new invitation instead.
             *
             *     `recovery_waits`: A recovery of this person waits for a second administrator already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    deletePeopleByIdRecovery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `not_oneself`: Nobody does this to themselves; another administrator must. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `person_not_found`: There is no such person.
             *
             *     `recovery_not_found`: No recovery of this person waits for a second administrator.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPeopleByIdRecoveryConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentLink"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /**
             * @description `not_oneself`: Nobody does this to themselves; another administrator must.
             *
             *     `recovery_needs_another`: The second to confirm must be another administrator than the first, and not the person.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `person_not_found`: There is no such person.
             *
             *     `recovery_not_found`: No recovery of this person waits for a second administrator.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdSignInProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProvider"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `provider_not_found`: The organisation has no sign-in of its own here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putOrganisationsByIdSignInProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example https://login.bank.example */
                    issuer: string;
                    clientId: string;
                    /** @description Kept sealed, and never shown. */
                    clientSecret: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProvider"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_address_wrong`: The provider’s address is not https, or leads into an inner network.
             *
             *     `provider_unsuitable`: The provider offers no authorization code flow with PKCE (S256).
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            /** @description `provider_unreachable`: The provider does not answer as an OpenID Connect provider. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteOrganisationsByIdSignInProvider: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `provider_not_found`: The organisation has no sign-in of its own here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdSignInProviderTest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInProvider"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `provider_not_found`: The organisation has no sign-in of its own here.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_address_wrong`: The provider’s address is not https, or leads into an inner network.
             *
             *     `provider_unsuitable`: The provider offers no authorization code flow with PKCE (S256).
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            /** @description `provider_unreachable`: The provider does not answer as an OpenID Connect provider. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSessionProviderOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Its id; a participant’s organisation has the participant’s.
                     * @example MRDNCNBJ
                     */
                    organisationId?: string;
                    /** @description What follows the # of the link. */
                    token?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description By which the browser is known when it comes back. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `person_locked`: This person is locked; a security administrator can unlock them. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_not_found`: The organisation has no sign-in of its own here.
             *
             *     `link_unknown`: There is no such link. Look whether it was copied whole.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_for_passkey`: This link takes a passkey: it is for the first administrator or for a recovery. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `link_used`: The link has been used or replaced by a newer one. Ask for another.
             *
             *     `link_expired`: The link has expired: it is good for 24 hours. Ask for another.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_address_wrong`: The provider’s address is not https, or leads into an inner network.
             *
             *     `provider_unsuitable`: The provider offers no authorization code flow with PKCE (S256).
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_unreachable`: The provider does not answer as an OpenID Connect provider. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSessionProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What follows the ? of the address the browser came back to. */
                    query: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description The session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `provider_refused`: Your organisation’s sign-in has not let you in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `identity_unknown`: Your organisation’s sign-in knows you, but you have not been invited here. Open your invitation’s link first.
             *
             *     `person_locked`: This person is locked; a security administrator can unlock them.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_not_found`: The organisation has no sign-in of its own here. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_sign_in_over`: This sign-in was used, took longer than five minutes, or began in another browser. Begin again.
             *
             *     `identity_known`: This account is bound to another person already, or the person to another account.
             *
             *     `organisation_closed`: The organisation is closed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_used`: The link has been used or replaced by a newer one. Ask for another. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_address_wrong`: The provider’s address is not https, or leads into an inner network.
             *
             *     `provider_unsuitable`: The provider offers no authorization code flow with PKCE (S256).
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_blocked`: Too many attempts have failed. Wait as long as said and try again; nothing is locked for good. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_unreachable`: The provider does not answer as an OpenID Connect provider. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApprovals: {
        parameters: {
            query?: {
                view?: "waiting-for-me" | "made-by-me" | "all";
                state?: components["schemas"]["ApprovalState"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequestPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getApprovalsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequestDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `approval_not_found`: There is no such approval request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postApprovalsByIdApprove: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description SHA-256 of the canonical form (RFC 8785) of exactly what will be done, in hexadecimal.
                     * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                     */
                    hash: string;
                    /** @description The answer of one’s passkey (WebAuthn AuthenticationResponseJSON) to the challenge made of the 16 bytes of the request’s id and the 32 of the hash, user verified. */
                    proof?: unknown;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequestDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /**
             * @description `approval_own`: Nobody approves or refuses a request of their own.
             *
             *     `approver_role_missing`: None of your roles approves this.
             *
             *     `approval_not_proven`: Approving needs your passkey over exactly this request.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_not_found`: There is no such approval request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `approval_over`: The request waits for nobody any more.
             *
             *     `approval_expired`: The request has expired; it must be made again.
             *
             *     `approval_given`: You have approved this request already.
             *
             *     `approver_absent`: You have delegated your approvals for this time.
             *
             *     `approval_hash_differs`: The hash is not that of the request as it is kept; look at it again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postApprovalsByIdRefuse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequestDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /**
             * @description `approval_own`: Nobody approves or refuses a request of their own.
             *
             *     `approver_role_missing`: None of your roles approves this.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_not_found`: There is no such approval request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `approval_over`: The request waits for nobody any more.
             *
             *     `approval_expired`: The request has expired; it must be made again.
             *
             *     `approval_given`: You have approved this request already.
             *
             *     `approver_absent`: You have delegated your approvals for this time.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postApprovalsByIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequestDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            /** @description `approval_not_makers`: Only who made the request can withdraw it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_not_found`: There is no such approval request. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `approval_over`: The request waits for nobody any more.
             *
             *     `approval_expired`: The request has expired; it must be made again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putPoliciesByAction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                action: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Smallest first, the first from "0". */
                    bands: components["schemas"]["ApprovalBand"][];
                    roles: components["schemas"]["RoleId"][];
                    /** @example 24 */
                    expiryHours: number;
                    inForceAt?: components["schemas"]["Moment"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `policy_not_found`: There is no such action that others could approve. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `policy_malformed`: Bands begin at 0 and rise; each asks for 0, 1 or 2 approvers.
             *
             *     `policy_without_approver`: Whoever may do this must find someone who may approve it.
             *
             *     `policy_floor`: Changing policies always needs another person.
             *
             *     `policy_past`: A policy begins now or later.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getDelegations: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postDelegations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Id of the person who stands in. */
                    to: string;
                    role: components["schemas"]["RoleId"];
                    begins: components["schemas"]["Moment"];
                    ends: components["schemas"]["Moment"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `delegation_malformed`: A delegation is to another person, of a role of your own, and ends after it begins and within 90 days.
             *
             *     `approver_not_found`: There is no such person here with that role.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getColleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleagues"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postDelegationsByIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `delegation_not_found`: There is no such delegation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getEnvironments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdEnvironments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdEnvironments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["OwnEnvironmentKind"];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentRef"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `environment_known`: The organisation has this environment already; reset it to begin anew. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            /**
             * @description `environment_not_made`: The PostgreSQL behind this server does not let it make databases; its operator grants CREATEDB.
             *
             *     `environments_busy`: As many environments are at work as this server holds; try again in a minute.
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteOrganisationsByIdEnvironmentsByEnvironment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                environment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `environment_not_found`: There is no such environment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdConformance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConformanceRunList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdConformance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    service: "settlement";
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConformanceRunDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `run_not_found`: The organisation has no such conformance run.
             *
             *     `environment_not_found`: There is no such environment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            /** @description `environments_busy`: As many environments are at work as this server holds; try again in a minute. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdConformanceByRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConformanceRunDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `run_not_found`: The organisation has no such conformance run.
             *
             *     `environment_not_found`: There is no such environment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            /** @description `environments_busy`: As many environments are at work as this server holds; try again in a minute. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdConformanceByRunCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `run_not_found`: The organisation has no such conformance run.
             *
             *     `certificate_not_issued`: No certificate was issued for this run.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdConformanceByRunCertificate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `run_not_found`: The organisation has no such conformance run.
             *
             *     `environment_not_found`: There is no such environment.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `run_not_complete`: Not every step of the run has happened yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            /** @description `environments_busy`: As many environments are at work as this server holds; try again in a minute. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdGoingLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingLive"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdGoingLive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The conformance run whose certificate it goes by. */
                    run: string;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingLive"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `run_not_found`: The organisation has no such conformance run.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `live_open`: Live is open to the organisation already.
             *
             *     `certificate_not_valid`: The run has no certificate of the service’s present script; begin and complete another.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdLive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The conformance run whose certificate it goes by. */
                    run: string;
                    participantId?: string;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoingLive"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `run_not_found`: The organisation has no such conformance run.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `live_open`: Live is open to the organisation already.
             *
             *     `certificate_not_valid`: The run has no certificate of the service’s present script; begin and complete another.
             *
             *     `live_not_asked`: The organisation has not asked to go live by this conformance run.
             *
             *     `organisation_known`: An organisation has this id, or speaks for this participant already.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_participant_unknown`: There is no such participant for the organisation to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdClosing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdClosing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_closed`: The organisation is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    deleteOrganisationsByIdClosing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `closing_not_asked`: The organisation’s own administrator has not asked for it to be closed.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdClose: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closing"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `closing_of_central_bank`: The central bank’s own organisation is not closed.
             *
             *     `closing_not_asked`: The organisation’s own administrator has not asked for it to be closed.
             *
             *     `closing_not_left`: Its participant still takes part in settlement: it leaves first.
             *
             *     `closing_money_on_account`: There is money on its settlement or guarantee account, or it owes some.
             *
             *     `closing_payments_wait`: Payments from it or to it still wait.
             *
             *     `closing_clearing_batch_open`: A clearing batch that it is part of has not ended.
             *
             *     `closing_credit_line_open`: Its credit line or collateral has not been given back.
             *
             *     `closing_reserve_open`: A minimum reserve or a reservation of liquidity still stands for it.
             *
             *     `closing_indirect_participants`: Others still settle through it as indirect participants.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdExports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataExportList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdExports: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataExport"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `export_under_way`: An export of the organisation’s data is being made already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdExportsByExportId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataExport"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `export_not_found`: There is no such export of the organisation’s data.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdExportsByExportIdArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `export_not_found`: There is no such export of the organisation’s data.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `export_not_ready`: The export is not ready, failed, or its time is over; a new one can be asked for. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdQuotas: {
        parameters: {
            query?: {
                environment?: components["schemas"]["EnvironmentKind"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quotas"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putOrganisationsByIdQuotasByServiceByMeasure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                service: string;
                measure: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    environment?: components["schemas"]["EnvironmentKind"];
                    soft: string | null;
                    hard: string | null;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quotas"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `quota_unknown`: The service is not counted by such a measure.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `organisation_closed`: The organisation is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `quota_malformed`: The soft limit is above the hard one.
             *
             *     `quota_soft_only`: Storage at live is watched and never refused: it has a soft limit only.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdUsage: {
        parameters: {
            query?: {
                /** @description This one by default. */
                month?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageStatement"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `month_malformed`: There is no such month. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdUsageCsv: {
        parameters: {
            query?: {
                /** @description This one by default. */
                month?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `month_malformed`: There is no such month. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdUsageEvents: {
        parameters: {
            query?: {
                /** @description This one by default. */
                month?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/cloudevents-batch+json": components["schemas"]["UsageEvents"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `month_malformed`: There is no such month. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getPageMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postEnvironmentClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    act: components["schemas"]["ClockAct"];
                    at?: components["schemas"]["Moment"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `environment_is_live`: Live has no clock to move and no faults to make. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `clock_not_forward`: The clock moves forward only, and to a moment that is named.
             *
             *     `clock_too_far`: The clock moves at most 31 days at a time.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postEnvironmentFaults: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["FaultKind"];
                    /** @description How long it lasts. */
                    seconds?: number;
                    delaySeconds?: number;
                    /** @enum {string} */
                    how?: "drop" | "unavailable";
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `environment_is_live`: Live has no clock to move and no faults to make.
             *
             *     `day_not_open`: The business day is not open.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    deleteEnvironmentFaultsByKind: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `environment_is_live`: Live has no clock to move and no faults to make. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postEnvironmentReset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `environment_is_live`: Live has no clock to move and no faults to make. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getWebhookEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdWebhooks: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description https, of the public internet, without name and password; others only where the operator allows the host.
                     * @example https://core.bank.example/feiqian
                     */
                    url: string;
                    /**
                     * @example [
                     *       "message.available",
                     *       "payment.settled"
                     *     ]
                     */
                    events: components["schemas"]["WebhookEventType"][];
                    /** @example Core banking, Beijing */
                    description?: string;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks_too_many`: The organisation has as many webhooks as it may. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_address_malformed`: The address is an https URL without a name and password in it.
             *
             *     `webhook_address_not_https`: The address must be https; the operator may allow single hosts in feiqian.yaml.
             *
             *     `webhook_address_internal`: The address is not of the public internet; the operator may allow single hosts in feiqian.yaml.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putOrganisationsByIdWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description https, of the public internet, without name and password; others only where the operator allows the host.
                     * @example https://core.bank.example/feiqian
                     */
                    url: string;
                    /**
                     * @example [
                     *       "message.available",
                     *       "payment.settled"
                     *     ]
                     */
                    events: components["schemas"]["WebhookEventType"][];
                    /** @example Core banking, Beijing */
                    description: string;
                    /** @enum {string} */
                    state: "active" | "paused";
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_address_malformed`: The address is an https URL without a name and password in it.
             *
             *     `webhook_address_not_https`: The address must be https; the operator may allow single hosts in feiqian.yaml.
             *
             *     `webhook_address_internal`: The address is not of the public internet; the operator may allow single hosts in feiqian.yaml.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    deleteOrganisationsByIdWebhooksByWebhookId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdWebhooksByWebhookIdSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 86400 */
                    overlapSeconds: number;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdWebhooksByWebhookIdDeliveries: {
        parameters: {
            query?: {
                state?: "pending" | "delivered" | "failed";
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdWebhooksByWebhookIdDeliveriesByDeliveryId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                webhookId: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             *
             *     `delivery_not_found`: The webhook has no such delivery.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdWebhooksByWebhookIdTest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdWebhooksByWebhookIdDeliveriesByDeliveryIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                webhookId: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             *
             *     `delivery_not_found`: The webhook has no such delivery.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `delivery_pending`: The delivery is still on its way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdWebhooksByWebhookIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: components["schemas"]["Moment"];
                    to: components["schemas"]["Moment"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `webhook_not_found`: The organisation has no such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `range_malformed`: The time must begin before it ends.
             *
             *     `replay_too_large`: More than 10,000 events happened in this time; ask for less at once.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCatalogue"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getDocumentsByName: {
        parameters: {
            query?: {
                language?: "en" | "zh";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `document_not_found`: There is no such document. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSubscriptions: {
        parameters: {
            query?: {
                state?: components["schemas"]["SubscriptionState"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdSubscriptions: {
        parameters: {
            query?: {
                state?: components["schemas"]["SubscriptionState"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdSubscriptions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    service: components["schemas"]["CatalogueServiceId"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `subscription_before_live`: Live is not open to the organisation yet; until then it needs no subscription.
             *
             *     `subscription_open`: There is a subscription to this service already, or one that waits for approval.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdSubscriptionsBySubscriptionIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `subscription_not_found`: There is no such subscription.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `subscription_ended`: The subscription has ended already.
             *
             *     `payments_wait`: As many payments of the organisation as the details say still wait. They must settle or be cancelled first.
             *
             *     `webhooks_remain`: As many webhooks of the organisation as the details say are still registered. Remove them first.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdSubscriptionsBySubscriptionIdApprove: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `subscription_not_found`: There is no such subscription.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `subscription_not_waiting`: The subscription does not wait for a decision. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdSubscriptionsBySubscriptionIdRefuse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `subscription_not_found`: There is no such subscription.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `subscription_not_waiting`: The subscription does not wait for a decision. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getServicesByServicePrices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePrices"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `service_unknown`: There is no such service. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putServicesByServicePrice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                service: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    monthlyPrice: components["schemas"]["GivenAmount"];
                    from: components["schemas"]["BusinessDay"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePrices"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `service_unknown`: There is no such service. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `price_date_past`: A price holds from today or from a later day; what held before is never changed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getCases: {
        parameters: {
            query?: {
                state?: components["schemas"]["CaseState"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportCasePage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdCasesByCaseId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportCaseDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `case_not_found`: There is no such support case.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdCases: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["CaseKind"];
                    /** @example Refused though covered */
                    subject: string;
                    /** @example The answer was 500 twice. */
                    text: string;
                    about?: components["schemas"]["CaseAbout"];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportCaseDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cases_too_many`: The organisation has as many support cases that are not closed as it may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_about_not_found`: There is no such request, payment or message of your organisation. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdCasesByCaseIdReply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example The answer was 500 twice. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportCaseDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `case_not_found`: There is no such support case.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_full`: The support case has as many posts as one may have. Begin another. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdCasesByCaseIdAnswer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example The answer was 500 twice. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportCaseDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `case_not_found`: There is no such support case.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `organisation_closed`: The organisation is closed.
             *
             *     `case_full`: The support case has as many posts as one may have. Begin another.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postOrganisationsByIdCasesByCaseIdClose: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example The answer was 500 twice. */
                    text?: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportCaseDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `case_not_found`: There is no such support case.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case_closed`: The support case is closed already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdRequests: {
        parameters: {
            query?: {
                environment?: components["schemas"]["EnvironmentKind"];
                statusClass?: components["schemas"]["StatusClass"];
                /** @description Method and path as declared: `POST /v1/messages`. */
                operation?: string;
                /** @description The id of a key. */
                key?: string;
                since?: string;
                until?: string;
                /** @description As in the header x-request-id. */
                requestId?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedRequestPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdRequestsByRequestId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedRequestDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `organisation_not_found`: There is no such organisation.
             *
             *     `request_not_found`: There is no such request in the log; it keeps them for 30 days.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getPageStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    "getPageStatusNotices.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    "getPageStatusMaintenance.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    getStatusNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    postStatusNotices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenNotice"];
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `notice_time`: An incident begins in the past and has no end yet; maintenance names a start ahead and a later end. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postStatusNoticesByIdUpdates: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GivenNoticeUpdate"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `notice_not_found`: There is no such notice. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notice_over`: The notice is over; begin another one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `notice_state`: A notice of this kind has no such state; the details say which.
             *
             *     `notice_time`: An incident begins in the past and has no end yet; maintenance names a start ahead and a later end.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getAlarms: {
        parameters: {
            query?: {
                state?: "open" | "all";
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postAlarmsByIdAcknowledge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `alarm_not_found`: There is no such alarm, or it has cleared. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent by the reader when it connects again: the stream goes on after this event. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: totals, phase, alarm, demo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceHead: {
        parameters: {
            query?: {
                /** @description Number of leaves */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreeHead"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `tree_size_unknown`: The log never had so many leaves, or the first size is larger than the second. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceConsistency: {
        parameters: {
            query: {
                /** @description Number of leaves */
                first: number;
                /** @description Number of leaves */
                second: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `tree_size_unknown`: The log never had so many leaves, or the first size is larger than the second. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceLeavesByLeafInclusion: {
        parameters: {
            query?: {
                /** @description Number of leaves */
                size?: number;
            };
            header?: never;
            path: {
                leaf: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
            400: components["responses"]["Malformed"];
            /** @description `leaf_not_found`: The log has no such leaf. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `tree_size_unknown`: The log never had so many leaves, or the first size is larger than the second. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceLeaves: {
        parameters: {
            query?: {
                kind?: "commit" | "act" | "refusal" | "key" | "baseline" | "acts";
                commit?: number;
                participant?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeafPage"];
                };
            };
            /** @description `cursor_malformed`: This is not the `next` of a page of this list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceLeavesByLeaf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                leaf: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaf"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `leaf_not_found`: The log has no such leaf. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceExport: {
        parameters: {
            query?: {
                from?: components["schemas"]["Moment"];
                to?: components["schemas"]["Moment"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getEvidenceKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceKeys"];
                };
            };
            400: components["responses"]["Malformed"];
            default: components["responses"]["Problem"];
        };
    };
    postEvidenceKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceKeys"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceMonthList"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getOrganisationsByIdEvidenceByMonth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `organisation_not_found`: There is no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `month_not_over`: The month is not over yet, or is none. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getSimulations: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postSimulations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationFiles"];
            };
        };
        responses: {
            /** @description The answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getSimulationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `simulation_not_found`: There is no such simulation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    deleteSimulationsById: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `simulation_not_found`: There is no such simulation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getSimulationsByIdReport: {
        parameters: {
            query?: {
                lang?: "en" | "zh";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `simulation_not_found`: There is no such simulation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `simulation_not_done`: This simulation has no report: it has not run to its end. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getBooksAccounts: {
        parameters: {
            query?: {
                q?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getBooksAccountsByCode: {
        parameters: {
            query?: {
                at?: components["schemas"]["Moment"];
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description `moment_malformed`: A moment is written like 2027-04-14T06:30:00Z. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `account_not_found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getBooksAccountsByCodeStatement: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
                from?: components["schemas"]["Moment"];
                to?: components["schemas"]["Moment"];
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statement"];
                };
            };
            /** @description `moment_malformed`: A moment is written like 2027-04-14T06:30:00Z. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `account_not_found`: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `moments_reversed`: The statement ends before it begins. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getBooksTrialBalance: {
        parameters: {
            query?: {
                at?: components["schemas"]["Moment"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            /** @description `moment_malformed`: A moment is written like 2027-04-14T06:30:00Z. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMessages: {
        parameters: {
            query?: {
                /** @description Number in your outbox to go on after; 0 is all of it. */
                after?: number;
                /** @description Messages on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessagePage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMessages: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
                 *       <FIToFICstmrCdtTrf>
                 *         <GrpHdr>
                 *           <MsgId>MRDN-20270414-000001</MsgId>
                 *           <CreDtTm>2027-04-14T10:00:00+08:00</CreDtTm>
                 *           <NbOfTxs>1</NbOfTxs>
                 *           <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
                 *         </GrpHdr>
                 *         <CdtTrfTxInf>
                 *           <PmtId>
                 *             <InstrId>INS-1</InstrId>
                 *             <EndToEndId>INVOICE-4711</EndToEndId>
                 *             <UETR>6f9e0a57-4b6d-4c38-9d52-0a4d5f7c1e10</UETR>
                 *           </PmtId>
                 *           <IntrBkSttlmAmt Ccy="CNY">1234.56</IntrBkSttlmAmt>
                 *           <IntrBkSttlmDt>2027-04-14</IntrBkSttlmDt>
                 *           <SttlmPrty>NORM</SttlmPrty>
                 *           <ChrgBr>SLEV</ChrgBr>
                 *           <InstgAgt><FinInstnId><BICFI>MRDNCNBJ</BICFI></FinInstnId></InstgAgt>
                 *           <InstdAgt><FinInstnId><BICFI>LOTSCNBJ</BICFI></FinInstnId></InstdAgt>
                 *           <Dbtr><Nm>Orchid Textiles</Nm></Dbtr>
                 *           <DbtrAgt><FinInstnId><BICFI>MRDNCNBJ</BICFI></FinInstnId></DbtrAgt>
                 *           <CdtrAgt><FinInstnId><BICFI>LOTSCNBJ</BICFI></FinInstnId></CdtrAgt>
                 *           <Cdtr><Nm>Stone Bridge Foods</Nm></Cdtr>
                 *         </CdtTrfTxInf>
                 *       </FIToFICstmrCdtTrf>
                 *     </Document>
                 */
                "application/xml": string;
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    /** @description Kind of the answer, such as pacs.002.001.10 */
                    "feiqian-answer"?: string;
                    /** @description accepted or refused */
                    "feiqian-state"?: string;
                    /** @description true when the message had come before and this is the answer given then */
                    "feiqian-repeated"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">
                     *       <FIToFIPmtStsRpt>
                     *         <GrpHdr><MsgId>A01902d5c7b1e7c339a526f1f0a7f0001</MsgId><CreDtTm>2027-04-14T10:00:00.012+08:00</CreDtTm></GrpHdr>
                     *         <TxInfAndSts>
                     *           <OrgnlGrpInf>
                     *             <OrgnlMsgId>MRDN-20270414-000001</OrgnlMsgId>
                     *             <OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId>
                     *           </OrgnlGrpInf>
                     *           <OrgnlEndToEndId>INVOICE-4711</OrgnlEndToEndId>
                     *           <OrgnlUETR>6f9e0a57-4b6d-4c38-9d52-0a4d5f7c1e10</OrgnlUETR>
                     *           <TxSts>ACSC</TxSts>
                     *         </TxInfAndSts>
                     *       </FIToFIPmtStsRpt>
                     *     </Document>
                     */
                    "application/xml": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMessagesStream: {
        parameters: {
            query?: {
                /** @description Number in your outbox to go on after; 0 is all of it. */
                after?: number;
            };
            header?: {
                /** @description Sent by the reader when it connects again: the stream goes on after this event. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMessagesSent: {
        parameters: {
            query?: {
                /** @description Cursor to go on after; 0 is from the beginning. */
                after?: number;
                /** @description Messages on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessagePage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMessagesSentStream: {
        parameters: {
            query?: {
                /** @description Cursor to go on after; 0 is from the beginning. */
                after?: number;
            };
            header?: {
                /** @description Sent by the reader when it connects again: the stream goes on after this event. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postMessagesByIdDelivered: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `message_not_found`: There is no such message of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMessagesAll: {
        parameters: {
            query?: {
                direction?: "in" | "out";
                /** @description Or how it begins: `pacs.008`. */
                kind?: string;
                participant?: string;
                state?: "accepted" | "refused" | "waiting" | "delivered";
                /** @description A message id, or our id. */
                q?: string;
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageSummaryPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getMessagesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `message_not_found`: There is no such message of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getParticipants: {
        parameters: {
            query?: {
                q?: string;
                kind?: components["schemas"]["ParticipantKind"];
                standing?: components["schemas"]["ParticipantStanding"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
                /** @description The field to sort by; with a minus the largest first. */
                sort?: "name" | "-name" | "balance" | "-balance" | "queuedValue" | "-queuedValue" | "available" | "-available";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postParticipants: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Used in paths; the BIC when absent */
                    id?: string;
                    bic: string;
                    lei?: string;
                    clearingCodes?: {
                        scheme: string;
                        code: string;
                    }[];
                    kind: components["schemas"]["ParticipantKind"];
                    name: components["schemas"]["Title"];
                    shortName?: components["schemas"]["Title"];
                    /** @description For an indirect one: its direct one */
                    settlesThrough?: string;
                    joinedOn?: components["schemas"]["BusinessDay"];
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `participant_exists`: A participant with this id, BIC, LEI or clearing code exists. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `participant_malformed`: The participant is not described correctly. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getParticipantsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getParticipantsByIdLiquidity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiquidityDay"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `day_not_open`: The business day is not open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `has_no_account`: The participant settles through another and has no account of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postParticipantsByIdSuspend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                    from?: components["schemas"]["BusinessDay"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `date_passed`: The date has passed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postParticipantsByIdResume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                    from?: components["schemas"]["BusinessDay"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `date_passed`: The date has passed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postParticipantsByIdLeave: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                    from?: components["schemas"]["BusinessDay"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `date_passed`: The date has passed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putParticipantsByIdCreditLine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: components["schemas"]["GivenAmount"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `has_no_account`: The participant settles through another and has no account of its own.
             *
             *     `limit_malformed`: A limit, reservation or credit line is zero or more.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putParticipantsByIdCollateral: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    collateral: {
                        security: components["schemas"]["Title"];
                        marketValue: components["schemas"]["GivenAmount"];
                        /** @example 3.5 */
                        haircutPercent: string;
                    }[];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `has_no_account`: The participant settles through another and has no account of its own.
             *
             *     `limit_malformed`: A limit, reservation or credit line is zero or more.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putParticipantsByIdMinimumReserve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: components["schemas"]["GivenAmount"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `has_no_account`: The participant settles through another and has no account of its own.
             *
             *     `limit_malformed`: A limit, reservation or credit line is zero or more.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postParticipantsByIdFunding: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    direction: "lend" | "take-back";
                    amount: components["schemas"]["GivenAmount"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `has_no_account`: The participant settles through another and has no account of its own.
             *
             *     `limit_malformed`: A limit, reservation or credit line is zero or more.
             *
             *     `amount_not_positive`: The amount must be more than zero.
             *
             *     `account_frozen`: An account is frozen.
             *
             *     `account_closed`: An account is closed.
             *
             *     `not_enough_liquidity`: There is not enough on the account.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putParticipantsByIdReservationsByPriority: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                priority: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: components["schemas"]["GivenAmount"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `has_no_account`: The participant settles through another and has no account of its own.
             *
             *     `limit_malformed`: A limit, reservation or credit line is zero or more.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putParticipantsByIdLimitsByCounterparty: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                counterparty: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: components["schemas"]["GivenAmount"] | null;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantDetail"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `has_no_account`: The participant settles through another and has no account of its own.
             *
             *     `limit_malformed`: A limit, reservation or credit line is zero or more.
             *
             *     `same_party`: Sender and receiver are the same.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getPayments: {
        parameters: {
            query?: {
                q?: string;
                state?: components["schemas"]["PaymentState"][];
                sender?: string;
                receiver?: string;
                party?: string;
                priority?: components["schemas"]["Priority"];
                minAmount?: components["schemas"]["GivenAmount"];
                maxAmount?: components["schemas"]["GivenAmount"];
                date?: components["schemas"]["BusinessDay"];
                from?: components["schemas"]["Moment"];
                to?: components["schemas"]["Moment"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
                /** @description The field to sort by; with a minus the largest first. */
                sort?: "receivedAt" | "-receivedAt" | "settledAt" | "-settledAt" | "amount" | "-amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getPaymentsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `payment_not_found`: There is no such payment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPaymentsByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `payment_not_found`: There is no such payment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payment_not_queued`: The payment does not stand in line.
             *
             *     `payment_is_final`: The payment has settled or ended; nothing undoes it but a payment return.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPaymentsByIdPriority: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    priority: components["schemas"]["Priority"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `payment_not_found`: There is no such payment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payment_not_queued`: The payment does not stand in line.
             *
             *     `payment_is_final`: The payment has settled or ended; nothing undoes it but a payment return.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `priority_reserved`: Highly urgent is for clearing houses and the central bank. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postPaymentsByIdPosition: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to: "first" | "last" | "up" | "down";
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `payment_not_found`: There is no such payment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `payment_not_queued`: The payment does not stand in line.
             *
             *     `payment_is_final`: The payment has settled or ended; nothing undoes it but a payment return.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getQueue: {
        parameters: {
            query?: {
                sender?: string;
                receiver?: string;
                priority?: components["schemas"]["Priority"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
                /** @description The field to sort by; with a minus the largest first. */
                sort?: "amount" | "-amount" | "receivedAt" | "-receivedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedPaymentPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getQueueMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueMatrix"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postQueueProposal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    method: components["schemas"]["OptimisationMethod"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueProposal"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postQueueOptimise: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    method: components["schemas"]["OptimisationMethod"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueProposal"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    putQueueLiquiditySaving: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mode: components["schemas"]["LiquiditySaving"];
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueMatrix"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getDay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `day_not_open`: The business day is not open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getDays: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DaySummaryPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getDaysByDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `day_not_found`: There is no such business day. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postDayExtend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phase: string;
                    minutes: number;
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `phase_not_found`: The day has no such phase. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `day_not_open`: The business day is not open.
             *
             *     `phase_is_past`: The phase is over.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `extension_out_of_range`: An extension is 1 to 240 minutes and may not reach the next opening. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getDayClose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayClosePreview"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `day_not_open`: The business day is not open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postDayClose: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `day_not_open`: The business day is not open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getClearing: {
        parameters: {
            query?: {
                house?: string;
                state?: components["schemas"]["ClearingState"];
                /** @description The `next` of the page before. */
                after?: string;
                /** @description Items on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClearingBatchPage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postClearing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The clearing house; the caller itself when absent */
                    house?: string;
                    /** @description The house's own, taken once */
                    reference: string;
                    /** @description Below zero pays, above receives; together zero */
                    positions: {
                        participant: string;
                        net: components["schemas"]["Amount"];
                    }[];
                    gross?: components["schemas"]["GivenAmount"];
                    /**
                     * @description Members are told and may object: 0 to 240
                     * @default 10
                     */
                    informationMinutes: number;
                    /**
                     * @description Then it waits for liquidity this long: 1 to 480
                     * @default 30
                     */
                    settlementMinutes: number;
                };
            };
        };
        responses: {
            /** @description The answer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClearingBatchDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `batch_exists`: A clearing batch with this id or reference exists.
             *
             *     `day_not_open`: The business day is not open.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_clearing_house`: Only a clearing house hands in net positions.
             *
             *     `positions_malformed`: Net positions name each participant once, sum to zero, and are not all zero.
             *
             *     `period_out_of_range`: The information period is 0 to 240 minutes, the settlement period 1 to 480.
             *
             *     `participant_suspended`: A participant is suspended, has left, or has not joined yet.
             *
             *     `has_no_account`: The participant settles through another and has no account of its own.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    getClearingById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClearingBatchDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `batch_not_found`: There is no such clearing batch. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postClearingByIdRevoke: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClearingBatchDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `batch_not_found`: There is no such clearing batch. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `batch_is_final`: The clearing batch has settled or was rejected. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
    postParticipantsByIdGuarantee: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Up to 200 visible ASCII characters of your own, kept for a day. The same request under the same key gets the same answer, with `idempotency-replayed: true`; another request under it is refused (`idempotency_key_reused`), and so is one whose first is under way (`idempotency_in_flight`).
                 * @example 01902d5c-7b1e-7c33-9a52-6f1f0a7f0001
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount: components["schemas"]["GivenAmount"];
                    /**
                     * @description Why; kept in the trail.
                     * @example Asked for by the bank by telephone
                     */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuaranteeAccount"];
                };
            };
            /** @description Kept until others have approved it; nothing was done yet. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description `participant_not_found`: There is no such participant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_clearing_house`: Only a clearing house hands in net positions.
             *
             *     `limit_malformed`: A limit, reservation or credit line is zero or more.
             *
             *     `amount_not_positive`: The amount must be more than zero.
             *
             *     `account_frozen`: An account is frozen.
             *
             *     `account_closed`: An account is closed.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            default: components["responses"]["Problem"];
        };
    };
}
