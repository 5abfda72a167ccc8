using System;
using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Applies a team's own choices, the object <c>csharp</c> of a workspace: name, namespace, the language of multilingual prompts, and
/// for parameters by wire name a name, whether it is required or secret, a type, and names of options by value.
/// </summary>
internal sealed class CSharpOverrides
{
    // Looking for what was meant compares a name with all that there are, and whoever has so many wrong has another file in hand.
    private const int MostHints = 20;

    private readonly ReadingContext _context;
    private int _hints;

    private CSharpOverrides(ReadingContext context) => _context = context;

    public static Workspace Apply(Workspace workspace, JsonNode? node, ReadingContext context)
    {
        var overrides = new CSharpOverrides(context);
        if (node is not (null or JsonNull) && context.Object(node, "csharp") is { } csharp)
        {
            return overrides.Apply(workspace, csharp);
        }

        // Without choices there are still secrets to be told by their names, and languages to be picked.
        return workspace with
        {
            Title = MultilingualText.Pick(workspace.Title, language: null),
            Description = MultilingualText.Pick(workspace.Description, language: null),
            Parameters = overrides.ApplyToParameters(workspace, byName: null, language: null),
        };
    }

    private Workspace Apply(Workspace workspace, JsonObject csharp)
    {
        string owner = OwnerOf(workspace);
        CheckKeys(csharp, owner, "name", "namespace", "language", "parameters");
        string? language = _context.OptionalText(csharp, "language");
        JsonObject? byName = _context.Object(csharp.Find("parameters")?.Value, "parameters");
        return workspace with
        {
            Title = MultilingualText.Pick(workspace.Title, language),
            Description = MultilingualText.Pick(workspace.Description, language),
            CSharpName = Name(csharp, "name", owner, CSharpIdentifier.FromWorkspace(workspace.Name)),
            CSharpNamespace = Namespace(csharp, owner),
            Parameters = ApplyToParameters(workspace, byName, language),
        };
    }

    private static string OwnerOf(Workspace workspace) => $"the workspace {workspace.Repository}/{workspace.Name}";

    private EquatableArray<Parameter> ApplyToParameters(Workspace workspace, JsonObject? byName, string? language)
    {
        var parameters = new Parameter[workspace.Parameters.Count];
        var taken = new NameSet(StringComparer.Ordinal);
        for (int i = 0; i < parameters.Length; i++)
        {
            Parameter parameter = workspace.Parameters[i];
            JsonObject? choices = _context.Object(byName?.Find(parameter.Name)?.Value, parameter.Name);
            Parameter chosen = choices is null ? parameter : ApplyToParameter(parameter, choices, taken);
            Parameter typed = KindOverride.Apply(chosen, choices, _context);
            if (_context.Object(choices?.Find("record")?.Value, "record") is { } record)
            {
                ReportUnknown(record, "the key", $"the parameter {parameter.Name}", RecordOverrides.KeysOf(typed));
            }

            parameters[i] = InOneLanguage(KindOverride.ApplyEncoding(typed, choices, _context), language);
        }

        if (byName is not null)
        {
            ReportUnknown(byName, "the parameter", OwnerOf(workspace), [.. workspace.Parameters.Select(parameter => parameter.Name)]);
        }

        return new EquatableArray<Parameter>(parameters);
    }

    private Parameter ApplyToParameter(Parameter parameter, JsonObject csharp, NameSet taken)
    {
        string owner = $"the parameter {parameter.Name}";
        CheckKeys(csharp, owner, "name", "required", "secret", "type", "options", "encoded", "record");
        return parameter with
        {
            CSharpName = Name(csharp, "name", owner, CSharpIdentifier.FromParameter(parameter.Name), taken),
            CSharpRequired = _context.OptionalBoolean(csharp, "required"),
            Choices = ApplyToChoices(parameter, csharp),
        };
    }

    private EquatableArray<Choice> ApplyToChoices(Parameter parameter, JsonObject csharp)
    {
        if (_context.Object(csharp.Find("options")?.Value, "options") is not { } byValue)
        {
            return parameter.Choices;
        }

        var choices = new List<Choice>();
        var values = new List<string>();
        var taken = new NameSet(StringComparer.Ordinal);
        foreach (Choice choice in parameter.Choices)
        {
            values.Add(choice.Value);
            string owner = $"the option '{choice.Value}' of {parameter.Name}";
            string instead = CSharpIdentifier.FromOption(choice.Value, choice.Caption);
            choices.Add(choice with { CSharpName = Name(byValue, choice.Value, owner, instead, taken) });
        }

        ReportUnknown(byValue, "the option", $"the parameter {parameter.Name}", values);
        return EquatableArray.From(choices);
    }

    private static Parameter InOneLanguage(Parameter parameter, string? language)
    {
        string prompt = MultilingualText.Pick(parameter.Prompt, language);
        string group = MultilingualText.Pick(parameter.Group, language);
        EquatableArray<Choice> choices = InOneLanguage(parameter.Choices, language);

        // Hardly any workspace has several languages.
        return ReferenceEquals(prompt, parameter.Prompt) && ReferenceEquals(group, parameter.Group) && choices.Equals(parameter.Choices)
            ? parameter
            : parameter with { Prompt = prompt, Group = group, Choices = choices };
    }

    private static EquatableArray<Choice> InOneLanguage(EquatableArray<Choice> choices, string? language)
    {
        Choice[]? changed = null;
        for (int i = 0; i < choices.Count; i++)
        {
            string caption = MultilingualText.Pick(choices[i].Caption, language);
            if (!ReferenceEquals(caption, choices[i].Caption))
            {
                changed ??= [.. choices];
                changed[i] = choices[i] with { Caption = caption };
            }
        }

        return changed is null ? choices : new EquatableArray<Choice>(changed);
    }

    private string? Name(JsonObject csharp, string key, string what, string instead, NameSet? taken = null)
    {
        if (_context.OptionalText(csharp, key) is not { } name)
        {
            return null;
        }

        string? fault = !CSharpIdentifier.IsValid(name) ? "is no C# identifier"
            : ReservedNames.Contains(name) ? "is taken by a member that every generated type has"
            : taken is not null && !taken.Add(name) ? "is given twice"
            : null;
        if (fault is null)
        {
            return name;
        }

        _context.Report(SchemaRules.UnusableName, csharp.Find(key)!.Value.Span, what, name, fault, instead);
        return null;
    }

    private string? Namespace(JsonObject csharp, string what)
    {
        if (_context.OptionalText(csharp, "namespace") is not { } name)
        {
            return null;
        }

        if (CSharpIdentifier.IsValidPath(name))
        {
            return name;
        }

        _context.Report(SchemaRules.UnusableName, csharp.Find("namespace")!.Value.Span, what, name, "is no C# namespace", "the repository's namespace");
        return null;
    }

    private void CheckKeys(JsonObject csharp, string owner, params string[] known) =>
        ReportUnknown(csharp, "the choice", owner, known);

    private void ReportUnknown(JsonObject found, string what, string owner, IReadOnlyCollection<string> known)
    {
        if (found.Members.Count == 0)
        {
            return;
        }

        var names = new HashSet<string>(known, StringComparer.Ordinal);
        foreach (JsonMember member in found.Members)
        {
            if (!names.Contains(member.Name))
            {
                string hint = _hints++ < MostHints ? NearMiss.Hint(member.Name, known) : "";
                _context.Report(SchemaRules.UnknownOverride, member.NameSpan, what, member.Name, owner, hint);
            }
        }
    }
}
