namespace FmeTyped;

/// <summary>In what a workspace on the server differs from what code was generated from. The names are those of <c>fmetyped check</c>.</summary>
public enum FmeDifferenceKind
{
    /// <summary>The server does not have the workspace, or hides it from the token's user. Breaking.</summary>
    WorkspaceRemoved = 1,

    /// <summary>The token's user may not read the workspace; some servers say so of one that is missing too. Breaking.</summary>
    WorkspaceNotPermitted = 2,

    /// <summary>The workspace is no longer registered for a service. Breaking.</summary>
    ServiceRemoved = 3,

    /// <summary>A parameter is gone or private; servers ignore values of unknown parameters. Breaking.</summary>
    ParameterRemoved = 4,

    /// <summary>A new parameter has to be set. Breaking.</summary>
    RequiredParameterAdded = 5,

    /// <summary>A parameter that could be left out has to be set now. Breaking.</summary>
    NowRequired = 6,

    /// <summary>A parameter may not be blank any more. Breaking.</summary>
    BlankRefused = 7,

    /// <summary>A parameter has no default any more, so that unset and blank are one. Breaking.</summary>
    DefaultRemoved = 8,

    /// <summary>A parameter takes several values now where it took one, or the other way round. Breaking.</summary>
    ListChanged = 9,

    /// <summary>A parameter with options takes any text now, or the other way round. Breaking.</summary>
    OpennessChanged = 10,

    /// <summary>A parameter that was yes or no has other options now, or the other way round. Breaking.</summary>
    YesNoChanged = 11,

    /// <summary>A whole number became any number, or the other way round. Breaking.</summary>
    NumberKindChanged = 12,

    /// <summary>A parameter is a secret now, or none any more. Breaking.</summary>
    SecrecyChanged = 13,

    /// <summary>A parameter holds something else now. Breaking.</summary>
    TypeChanged = 14,

    /// <summary>A limit lets less through. Breaking.</summary>
    LimitTightened = 15,

    /// <summary>An option is gone. Breaking.</summary>
    OptionRemoved = 16,

    /// <summary>An option sends another value now. Breaking.</summary>
    OptionValueChanged = 17,

    /// <summary>What the server takes for a value that is not sent is another.</summary>
    DefaultChanged = 18,

    /// <summary>A geometry is written otherwise.</summary>
    EncodingChanged = 19,

    /// <summary>A parameter is shown under other conditions.</summary>
    VisibilityChanged = 20,

    /// <summary>A file or folder that was read is written to now, or the other way round.</summary>
    DestinationChanged = 21,

    /// <summary>A parameter may be blank now.</summary>
    NowOptional = 22,

    /// <summary>The workspace is registered for a further service.</summary>
    ServiceAdded = 23,

    /// <summary>A parameter is new, and can be left out.</summary>
    ParameterAdded = 24,

    /// <summary>An option is new.</summary>
    OptionAdded = 25,

    /// <summary>A limit lets more through.</summary>
    LimitWidened = 26,

    /// <summary>A prompt is another.</summary>
    PromptChanged = 27,

    /// <summary>A parameter stands in another group.</summary>
    GroupChanged = 28,

    /// <summary>The caption of an option is another.</summary>
    CaptionChanged = 29,

    /// <summary>Parameters or options stand in another order.</summary>
    OrderChanged = 30,

    /// <summary>The server's answer cannot be read, so it is not known what differs. Unknown.</summary>
    WorkspaceUnreadable = 31,
}
