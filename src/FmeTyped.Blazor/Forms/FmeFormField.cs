using FmeTyped.Blazor.Forms;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace FmeTyped.Blazor;

/// <summary>One parameter in a form, for a template that shows it in its own way.</summary>
public sealed class FmeFormField
{
    private readonly Func<IReadOnlyList<string>, Task> _setTexts;
    private readonly Func<IReadOnlyList<IBrowserFile>, Task> _setFiles;

    internal FmeFormField(
        FmeParameterDescriptor parameter, string id, Func<IReadOnlyList<string>, Task> setTexts, Func<IReadOnlyList<IBrowserFile>, Task> setFiles)
    {
        (Parameter, Id, _setTexts, _setFiles) = (parameter, id, setTexts, setFiles);
        Label = ShownText.From(parameter.Prompt.Trim() is { Length: > 0 } prompt ? prompt : parameter.Name);
    }

    /// <summary>The parameter.</summary>
    public FmeParameterDescriptor Parameter { get; }

    /// <summary>The id of the control, for a label of your own.</summary>
    public string Id { get; }

    /// <summary>The name of the form's field, which a control of your own has to have where the page is rendered without interactivity.</summary>
    public string Name => FieldNames.Value(Parameter.Name);

    /// <summary>What the person is asked: the prompt, or the name on the wire where there is none.</summary>
    public string Label { get; }

    /// <summary>What the person has to know to fill in the field.</summary>
    public string Help { get; internal init; } = "";

    /// <summary>The texts in the field, as they would be sent. Those of a secret are never here.</summary>
    public IReadOnlyList<string> Texts { get; internal init; } = [];

    /// <summary>The text in the field, if it is one; empty if there is none or are several.</summary>
    public string Text => Texts is [var only] ? only : "";

    /// <summary>What is wrong with the value.</summary>
    public IReadOnlyList<string> Problems { get; internal init; } = [];

    /// <summary>Whether the parameter applies with the values that the form has now.</summary>
    public bool IsVisible { get; internal init; }

    /// <summary>Whether the field has to be filled in.</summary>
    public bool IsRequired => Parameter.MustBeSet;

    /// <summary>The control alone.</summary>
    public RenderFragment Control { get; internal set; } = _ => { };

    /// <summary>The whole field as it is without a template: label, control, help and problems.</summary>
    public RenderFragment Content { get; internal set; } = _ => { };

    /// <summary>Names of the files that were chosen, with their sizes, where the page is interactive.</summary>
    internal IReadOnlyList<IBrowserFile> ChosenFiles { get; init; } = [];

    /// <summary>Changes the value, where the page is interactive.</summary>
    /// <param name="texts">The texts; none for an empty field.</param>
    public Task SetAsync(IReadOnlyList<string> texts) => _setTexts(texts);

    internal Task SetFilesAsync(IReadOnlyList<IBrowserFile> files) => _setFiles(files);
}
