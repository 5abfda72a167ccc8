using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// What can be wrong with the use of generated requests and of the client. Ids stand here as constants, since Roslyn's release tracking reads nothing else.
/// </summary>
internal static class UseDiagnostics
{
    private const string Category = "FmeTyped.Use";
    private const string OutOfSightId = "FME1001";
    private const string OutOfSightTitle = "A generated request is out of sight of another source generator";
    private const string OutOfSightMessage =
        "{0} is generated in this project, where {1}. Put workspaces.json into a class library that this project references.";
    private const string OutsideLimitsId = "FME1010";
    private const string BlankId = "FME1011";
    private const string MalformedId = "FME1012";
    private const string NotSuggestedId = "FME1013";
    private const string NoOptionId = "FME1014";
    private const string RawCallId = "FME1020";
    private const string RawPathId = "FME1021";
    private const string TokenInUrlId = "FME1022";
    private const string LiteralTokenId = "FME1023";
    private const string PlainHttpId = "FME1024";
    private const string DroppedJobId = "FME1030";
    private const string UnseenFailureId = "FME1031";

    /// <summary>Arguments: the request; which generator does not see it, and what comes of that.</summary>
    public static readonly DiagnosticDescriptor OutOfSight = new(
        OutOfSightId,
        OutOfSightTitle,
        OutOfSightMessage,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(OutOfSightId));

    /// <summary>The same, where the whole project has to be read first. Editors want to know that.</summary>
    public static readonly DiagnosticDescriptor OutOfSightInWholeProject = new(
        OutOfSightId,
        OutOfSightTitle,
        OutOfSightMessage,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(OutOfSightId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Arguments: the property; the constant; the parameter; what is allowed.</summary>
    public static readonly DiagnosticDescriptor OutsideLimits = new(
        OutsideLimitsId,
        "A constant is outside the limits of its parameter",
        "{0} is {1}, but {2} takes {3}. The request would be refused before it is sent.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(OutsideLimitsId));

    /// <summary>Arguments: the property; what it is; the parameter; what to do.</summary>
    public static readonly DiagnosticDescriptor Blank = new(
        BlankId,
        "A parameter is left blank that may not be",
        "{0} is {1}, but {2} may not be blank. {3}.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(BlankId));

    /// <summary>Arguments: the value; what it is not; what one looks like.</summary>
    public static readonly DiagnosticDescriptor Malformed = new(
        MalformedId,
        "A constant cannot be the value it is used as",
        "{0} can be no {1}: {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(MalformedId));

    /// <summary>Arguments: the text; the parameter; the nearest option as the end of the sentence.</summary>
    public static readonly DiagnosticDescriptor NotSuggested = new(
        NotSuggestedId,
        "A constant is none of the options that the workspace suggests",
        "'{0}' is none of the options that {1} suggests{2}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(NotSuggestedId));

    /// <summary>Arguments: the code; the option type; what to do.</summary>
    public static readonly DiagnosticDescriptor NoOption = new(
        NoOptionId,
        "A constant is no option",
        "'{0}' is none of the options of {1}, and the request would be refused before it is sent. {2}.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(NoOptionId));

    /// <summary>Arguments: the workspace; its type.</summary>
    public static readonly DiagnosticDescriptor RawCall = new(
        RawCallId,
        "A workspace is called by a raw URL though it has a type",
        "This URL runs {0} with names and values that nobody checks. Its type is {1}: fill one in and hand it to FmeFlowClient.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(RawCallId));

    /// <summary>Arguments: the path; what fits, as the end of the sentence.</summary>
    public static readonly DiagnosticDescriptor RawPath = new(
        RawPathId,
        "A path of FME Flow's stands in the code",
        "'/{0}/' is a path of FME Flow's, which differs between its versions. FmeFlowClient knows the paths of jobs, their logs and results{1}.",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(RawPathId));

    /// <summary>Arguments: the key, such as token.</summary>
    public static readonly DiagnosticDescriptor TokenInUrl = new(
        TokenInUrlId,
        "A token travels in a URL",
        "'{0}=' puts the token into a URL, and URLs end up in logs and histories. FmeFlowClient sends FmeFlowOptions.Token in a header.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(TokenInUrlId));

    /// <summary>No argument: a token is not repeated.</summary>
    public static readonly DiagnosticDescriptor LiteralToken = new(
        LiteralTokenId,
        "A token stands in the code",
        "A token stands in the code, where everyone who can read the code can use it. Withdraw it on the server's Tokens page, and read the new one from "
            + "configuration, such as user secrets or an environment variable.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(LiteralTokenId));

    /// <summary>Arguments: the host.</summary>
    public static readonly DiagnosticDescriptor PlainHttp = new(
        PlainHttpId,
        "A server is addressed over plain http",
        "The token and all values go to {0} unencrypted. Use https.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(PlainHttpId));

    /// <summary>No argument.</summary>
    public static readonly DiagnosticDescriptor DroppedJob = new(
        DroppedJobId,
        "A job is submitted and dropped",
        "SubmitAsync only says that the job was accepted, and nobody learns how it ends. Use RunAsync, or keep the FmeJob or its id; if that is meant so, "
            + "write '_ = await'.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(DroppedJobId));

    /// <summary>Arguments: the method.</summary>
    public static readonly DiagnosticDescriptor UnseenFailure = new(
        UnseenFailureId,
        "A job may fail and nobody looks",
        "{0} is told not to throw when the job fails, and nobody asks the result whether it Succeeded. Ask it, or leave ThrowOnFailure out.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(UnseenFailureId));

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        OutOfSight, OutOfSightInWholeProject, OutsideLimits, Blank, Malformed, NotSuggested, NoOption,
        RawCall, RawPath, TokenInUrl, LiteralToken, PlainHttp, DroppedJob, UnseenFailure,
    ];
}
