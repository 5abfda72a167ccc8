namespace FmeTyped;

/// <summary>In what a workspace on the server differs from what code was generated from.</summary>
public enum FmeDifferenceKind
{
    /// <summary>The server does not know the workspace. Breaking.</summary>
    WorkspaceMissing = 1,

    /// <summary>The token's user may not read the workspace; some servers say so of one that is missing too. Breaking.</summary>
    WorkspaceNotPermitted = 2,

    /// <summary>The workspace is not registered with a service any more. Breaking.</summary>
    ServiceNotRegistered = 3,

    /// <summary>The workspace does not publish a parameter any more; servers pass over values of unknown parameters. Breaking.</summary>
    ParameterMissing = 4,

    /// <summary>The workspace has a new parameter, which requests can leave out.</summary>
    ParameterAdded = 5,

    /// <summary>The workspace has a new parameter that each request has to set. Breaking.</summary>
    RequiredParameterAdded = 6,

    /// <summary>A parameter that could be left out has to be set now. Breaking.</summary>
    BecameRequired = 7,

    /// <summary>A parameter takes several values now where it took one, or the other way round. Breaking.</summary>
    ListChanged = 8,

    /// <summary>An option is gone. Breaking.</summary>
    OptionRemoved = 9,

    /// <summary>An option is new.</summary>
    OptionAdded = 10,

    /// <summary>A parameter holds something else now. Breaking, unless it takes any text now.</summary>
    KindChanged = 11,

    /// <summary>A parameter is a secret now, which code that was generated before does not treat as one.</summary>
    BecameSecret = 12,
}
