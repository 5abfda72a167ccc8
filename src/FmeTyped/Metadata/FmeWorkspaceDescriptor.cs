namespace FmeTyped.Metadata;

/// <summary>Describes one workspace as it was at build time. Created by generated code; immutable.</summary>
public sealed class FmeWorkspaceDescriptor
{
    /// <summary>Creates a descriptor. Called by generated code.</summary>
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

    /// <summary>Finds the parameter with a name.</summary>
    /// <param name="name">The name on the wire. It is case-sensitive, as in FME.</param>
    /// <returns>The parameter; null if there is none.</returns>
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

    /// <summary>Gets the option that an enum member represents, with its value and its caption.</summary>
    /// <typeparam name="TOption">The enum of one of the workspace's parameters.</typeparam>
    /// <param name="option">The enum member.</param>
    /// <exception cref="ArgumentException">No parameter of the workspace has this enum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not that of an option, for example because it is the default of the enum.</exception>
    public FmeChoice GetChoice<TOption>(TOption option)
        where TOption : struct, Enum => ParameterOf(typeof(TOption)).GetChoice(option);

    /// <summary>Whether a parameter is visible while a form has certain values. An invisible one is valid, whatever its value.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="values">The values by wire name. For a parameter that is missing, its default applies.</param>
    /// <returns>Whether its condition is met; true if it has none, if it cannot be decided, or if the workspace does not publish the parameter.</returns>
    public bool IsVisible(string name, IReadOnlyDictionary<string, FmeParameterValue> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        return new VisibilityScope(FindParameter, values).IsVisible(name) != false;
    }

    /// <summary>Finds the parameter that has an enum's options.</summary>
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
