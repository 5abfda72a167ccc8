using FmeTyped.Tool.Terminal;
using Spectre.Console;

namespace FmeTyped.Tool.Requests;

/// <summary>Asks whoever sits at the keyboard for the parameters that have to be set and are not.</summary>
/// <param name="keyboard">Where to ask.</param>
/// <param name="secrets">Knows whether secrets are used.</param>
internal sealed class RequestPrompts(IAnsiConsole keyboard, SecretInput secrets)
{
    private const int RowsOfSelection = 15;

    /// <summary>Asks until nothing is missing. An answer can make another parameter necessary.</summary>
    public async Task AskAsync(RequestArguments arguments, CancellationToken cancellationToken)
    {
        while (arguments.FindMissing() is [var parameter, ..])
        {
            arguments.Keep(parameter, await AskAsync(parameter, items => arguments.FindProblem(parameter, items), cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(
        FmeParameterDescriptor parameter, Func<IReadOnlyList<string>, string?> findProblem, CancellationToken cancellationToken)
    {
        string title = Shown(parameter.Prompt is { Length: > 0 } prompt ? $"{prompt.TrimEnd(':', ' ')} ({parameter.Name})" : parameter.Name);
        bool hasOptions = parameter.Kind is FmeParameterKind.Choice or FmeParameterKind.Boolean
            && parameter.Choices.Count > 0
            && keyboard.Profile.Capabilities.Ansi;
        if (hasOptions && parameter.IsList)
        {
            MultiSelectionPrompt<FmeChoice> several = new MultiSelectionPrompt<FmeChoice>()
                .Title(title).PageSize(RowsOfSelection).UseConverter(Shown).AddChoices(parameter.Choices);
            return [.. (await several.ShowAsync(keyboard, cancellationToken).ConfigureAwait(false)).Select(choice => choice.Value)];
        }

        if (hasOptions)
        {
            SelectionPrompt<FmeChoice> one = new SelectionPrompt<FmeChoice>()
                .Title(title).PageSize(RowsOfSelection).UseConverter(Shown).AddChoices(parameter.Choices);
            return [(await one.ShowAsync(keyboard, cancellationToken).ConfigureAwait(false)).Value];
        }

        TextPrompt<string> text = new TextPrompt<string>($"{title}{HelpOf(parameter)}:").Validate(answer =>
            findProblem(ItemsOf(parameter, answer)) is { } problem ? ValidationResult.Error(Shown(problem)) : ValidationResult.Success());
        return parameter.Kind == FmeParameterKind.Secret
            ? [secrets.Used(await text.Secret(mask: null).ShowAsync(keyboard, cancellationToken).ConfigureAwait(false))]
            : ItemsOf(parameter, await text.ShowAsync(keyboard, cancellationToken).ConfigureAwait(false));
    }

    private static string[] ItemsOf(FmeParameterDescriptor parameter, string answer) => parameter.IsList ? answer.Split(',') : [answer];

    private static string HelpOf(FmeParameterDescriptor parameter) => Shown(parameter switch
    {
        { Kind: FmeParameterKind.File or FmeParameterKind.Folder } => ", a path on the server, or @ and a path on this machine",
        { IsList: true } => ", separated by commas",
        _ => "",
    });

    private static string Shown(FmeChoice choice) =>
        Shown(choice.Caption == choice.Value || choice.Caption.Length == 0 ? choice.Value : $"{choice.Caption} ({choice.Value})");

    // What a server calls its parameters is no markup.
    private static string Shown(string text) => Markup.Escape(TerminalText.From(text));
}
