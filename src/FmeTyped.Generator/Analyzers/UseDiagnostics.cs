using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// The diagnostics for the use of generated requests and of the client. Ids are constants, since Roslyn's release tracking reads only constants.
/// </summary>
internal static class UseDiagnostics
{
    private const string Category = "FmeTyped.Use";
    private const string OutOfSightId = "FME1001";
    private const string OutOfSightTitle = "Another source generator cannot see a generated request";
    private const string OutOfSightMessage = "{0} is generated in this project, where {1}. Put workspaces.json into a class library that this "
        + "project references.";
    private const string OutsideLimitsId = "FME1010";
    private const string BlankId = "FME1011";
    private const string MalformedId = "FME1012";
    private const string NotSuggestedId = "FME1013";
    private const string NoOptionId = "FME1014";
    private const string UnknownNameId = "FME1015";
    private const string TextForValueId = "FME1016";
    private const string RawCallId = "FME1020";
    private const string RawPathId = "FME1021";
    private const string TokenInUrlId = "FME1022";
    private const string LiteralTokenId = "FME1023";
    private const string PlainHttpId = "FME1024";
    private const string DroppedJobId = "FME1030";
    private const string UnseenFailureId = "FME1031";

    /// <summary>Arguments: the request; which generator does not see it, and the consequence.</summary>
    public static readonly DiagnosticDescriptor OutOfSight = new(
        OutOfSightId,
        OutOfSightTitle,
        OutOfSightMessage,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(OutOfSightId));

    /// <summary>The same, reported at the end of the compilation, which editors have to know.</summary>
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

    /// <summary>Arguments: the property; its value; the parameter; what to do.</summary>
    public static readonly DiagnosticDescriptor Blank = new(
        BlankId,
        "A parameter is blank although it may not be",
        "{0} is {1}, but {2} may not be blank. {3}.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(BlankId));

    /// <summary>Arguments: the value; the kind of value that is needed; the valid form.</summary>
    public static readonly DiagnosticDescriptor Malformed = new(
        MalformedId,
        "A constant is not a valid value",
        "{0} is not a valid {1}: {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(MalformedId));

    /// <summary>Arguments: the text; the parameter; the nearest option, as the end of the sentence.</summary>
    public static readonly DiagnosticDescriptor NotSuggested = new(
        NotSuggestedId,
        "A constant is not one of the options that the workspace suggests",
        "'{0}' is not one of the options that {1} suggests{2}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(NotSuggestedId));

    /// <summary>Arguments: the code; the option type; what to do.</summary>
    public static readonly DiagnosticDescriptor NoOption = new(
        NoOptionId,
        "A constant is not an option",
        "'{0}' is not an option of {1}, so the request would be refused before it is sent. {2}.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(NoOptionId));

    /// <summary>Arguments: the option; the name; what has no type; the nearest name, as a sentence.</summary>
    public static readonly DiagnosticDescriptor UnknownName = new(
        UnknownNameId,
        "A name in the options matches no workspace",
        "{0} has '{1}', but no generated type is {2}, so the entry has no effect.{3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(UnknownNameId));

    /// <summary>Arguments: the type; what to write.</summary>
    public static readonly DiagnosticDescriptor TextForValue = new(
        TextForValueId,
        "Text does not convert to this value",
        "Text does not convert to {0}. Use {1}.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(TextForValueId));

    /// <summary>Arguments: the workspace; its type.</summary>
    public static readonly DiagnosticDescriptor RawCall = new(
        RawCallId,
        "A workspace is called by a raw URL although it has a type",
        "This URL runs {0} with unchecked names and values. Use its type {1} with FmeFlowClient instead.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(RawCallId));

    /// <summary>Arguments: the path; a matching type, as the end of the sentence.</summary>
    public static readonly DiagnosticDescriptor RawPath = new(
        RawPathId,
        "The code contains a path of FME Flow",
        "'/{0}/' is a path of FME Flow, which differs between versions. FmeFlowClient covers jobs, their logs and results{1}.",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(RawPathId));

    /// <summary>Arguments: the key, such as token.</summary>
    public static readonly DiagnosticDescriptor TokenInUrl = new(
        TokenInUrlId,
        "A token is sent in a URL",
        "'{0}=' puts the token into a URL, and URLs end up in logs and histories. FmeFlowClient sends FmeFlowOptions.Token in a header.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(TokenInUrlId));

    /// <summary>No argument: the message does not contain the token.</summary>
    public static readonly DiagnosticDescriptor LiteralToken = new(
        LiteralTokenId,
        "The code contains a token",
        "Everyone who can read the code can use this token. Revoke it on the server's Tokens page, and read the new one from configuration, such as "
            + "user secrets or an environment variable.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(LiteralTokenId));

    /// <summary>Arguments: the host.</summary>
    public static readonly DiagnosticDescriptor PlainHttp = new(
        PlainHttpId,
        "A server is accessed over plain http",
        "The token and all values are sent to {0} unencrypted. Use https.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(PlainHttpId));

    /// <summary>No argument.</summary>
    public static readonly DiagnosticDescriptor DroppedJob = new(
        DroppedJobId,
        "A submitted job is discarded",
        "SubmitAsync only reports that the job was accepted, not how it ends. Use RunAsync, or keep the FmeJob or its id; if this is intended, write "
            + "'_ = await'.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(DroppedJobId));

    /// <summary>Arguments: the method.</summary>
    public static readonly DiagnosticDescriptor UnseenFailure = new(
        UnseenFailureId,
        "The failure of a job may go unnoticed",
        "{0} does not throw if the job fails, and the code does not check Succeeded. Check it, or remove ThrowOnFailure.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticPage.From(UnseenFailureId));

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        OutOfSight, OutOfSightInWholeProject, OutsideLimits, Blank, Malformed, NotSuggested, NoOption, UnknownName, TextForValue,
        RawCall, RawPath, TokenInUrl, LiteralToken, PlainHttp, DroppedJob, UnseenFailure,
    ];
}
