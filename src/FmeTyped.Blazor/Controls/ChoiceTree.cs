using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Controls;

/// <summary>A node of a tree of options.</summary>
public sealed class ChoiceTree
{
    // Deeper trees are shown flat from there: a caption of a server must not exhaust the stack.
    private const int Deepest = 16;

    private readonly List<ChoiceTree> _children = [];

    private ChoiceTree(string caption) => Caption = caption;

    /// <summary>The last part of the caption.</summary>
    public string Caption { get; }

    /// <summary>The option; null where the node only holds others.</summary>
    public FmeChoice? Choice { get; private set; }

    /// <summary>The nodes below it.</summary>
    public IReadOnlyList<ChoiceTree> Children => _children;

    /// <summary>The tree of a parameter's options.</summary>
    /// <param name="parameter">The parameter.</param>
    public static IReadOnlyList<ChoiceTree> From(FmeParameterDescriptor parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var root = new ChoiceTree("");
        foreach (FmeChoice choice in parameter.Choices)
        {
            ChoiceTree node = root;
            foreach (string part in choice.Caption.Split(parameter.NodeDelimiter, Deepest))
            {
                node = node.Child(part);
            }

            // Two options with one caption are two leaves.
            (node.Choice is null ? node : root.Add(choice.Caption)).Choice = choice;
        }

        return root._children;
    }

    /// <summary>Whether one of the values is chosen here or below.</summary>
    /// <param name="values">The values.</param>
    public bool IsAnyOf(IReadOnlyList<string> values) =>
        (Choice is not null && values.Contains(Choice.Value)) || _children.Exists(child => child.IsAnyOf(values));

    private ChoiceTree Child(string caption) => _children.Find(child => child.Caption == caption) ?? Add(caption);

    private ChoiceTree Add(string caption)
    {
        var child = new ChoiceTree(caption);
        _children.Add(child);
        return child;
    }
}
