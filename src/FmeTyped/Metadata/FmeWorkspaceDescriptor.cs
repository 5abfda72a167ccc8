namespace FmeTyped.Metadata;

/// <summary>What is known of one workspace at build time. Made by generated code; immutable.</summary>
public sealed class FmeWorkspaceDescriptor
{
    /// <summary>A workspace. Called by generated code.</summary>
    /// <param name="repository">The repository it is published to.</param>
    /// <param name="workspace">Its file name, with <c>.fmw</c>.</param>
    public FmeWorkspaceDescriptor(string repository, string workspace)
    {
        Repository = repository ?? throw new ArgumentNullException(nameof(repository));
        Workspace = workspace ?? throw new ArgumentNullException(nameof(workspace));
    }

    /// <summary>The repository, such as <c>Samples</c>.</summary>
    public string Repository { get; }

    /// <summary>The workspace's file name, such as <c>austinDownload.fmw</c>.</summary>
    public string Workspace { get; }

    /// <summary>The workspace's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The workspace's description.</summary>
    public string Description { get; init; } = "";

    /// <summary>The services the workspace is registered with, by the server's names, such as <c>fmedatadownload</c>.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>The published parameters, in the workspace's order.</summary>
    public IReadOnlyList<FmeParameterDescriptor> Parameters { get; init; } = [];

    /// <summary>The parameter with a name.</summary>
    /// <param name="name">The name on the wire. Case counts, as it does for FME.</param>
    /// <returns>The parameter; null where there is none.</returns>
    public FmeParameterDescriptor? FindParameter(string name)
    {
        foreach (FmeParameterDescriptor parameter in Parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>The option that an enum member stands for: its value and its caption.</summary>
    /// <typeparam name="TOption">The enum of one of the workspace's parameters.</typeparam>
    /// <param name="option">The enum member.</param>
    /// <exception cref="ArgumentException">No parameter of the workspace has this enum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is that of no option, such as the default of the enum.</exception>
    public FmeChoice GetChoice<TOption>(TOption option)
        where TOption : struct, Enum => ParameterOf(typeof(TOption)).GetChoice(option);

    /// <summary>Whether a parameter is visible while a form has certain values. Nothing is wrong with an invisible one, whatever its value.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="values">The values by wire name. A parameter that is not among them counts with its default.</param>
    /// <returns>Whether its condition holds; true where it has none, where it cannot be decided here, or where the workspace does not publish it.</returns>
    public bool IsVisible(string name, IReadOnlyDictionary<string, FmeParameterValue> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        return new VisibilityScope(FindParameter, values).IsVisible(name) != false;
    }

    /// <summary>The parameter that has an enum's options.</summary>
    /// <exception cref="ArgumentException">No parameter of the workspace has this enum.</exception>
    internal FmeParameterDescriptor ParameterOf(Type optionType)
    {
        foreach (FmeParameterDescriptor parameter in Parameters)
        {
            if (parameter.OptionType == optionType)
            {
                return parameter;
            }
        }

        throw new ArgumentException($"No parameter of {this} has the options of {optionType.Name}.");
    }

    /// <summary>Returns the repository and the workspace, separated by a slash.</summary>
    public override string ToString() => $"{Repository}/{Workspace}";
}
