using System;
using System.Collections.Generic;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Naming;

/// <summary>The C# names of a workspace's members. Depends on the workspace and its type name alone.</summary>
internal sealed class MemberNames
{
    /// <summary>The property of an open option type that holds what is sent.</summary>
    public const string OpenTypeValue = "Value";

    /// <summary>What the name of the class that describes the parameters ends with, after the name of the workspace's type.</summary>
    public const string DescriptorSuffix = "Parameters";

    private MemberNames(string descriptorType, string[] properties, string?[] optionTypes)
    {
        DescriptorType = descriptorType;
        Properties = properties;
        OptionTypes = optionTypes;
    }

    /// <summary>The file-local class that describes the parameters; its fields are named like the properties.</summary>
    public string DescriptorType { get; }

    /// <summary>The property of each parameter.</summary>
    public IReadOnlyList<string> Properties { get; }

    /// <summary>The type of each parameter's options; null if a parameter has none.</summary>
    public IReadOnlyList<string?> OptionTypes { get; }

    public static MemberNames From(Workspace workspace, string typeName)
    {
        string descriptorType = typeName + DescriptorSuffix;
        var scope = new NameScope(StringComparer.Ordinal);
        scope.Reserve(typeName);
        scope.Reserve(descriptorType);

        var wanted = new NameCandidate[workspace.Parameters.Count];
        for (int i = 0; i < wanted.Length; i++)
        {
            Parameter parameter = workspace.Parameters[i];
            string name = parameter.CSharpName ?? CSharpIdentifier.FromParameter(parameter.Name);
            bool isTaken = ReservedNames.Contains(name) || name == typeName;
            wanted[i] = new NameCandidate(parameter.Name, isTaken ? name + "Parameter" : name, parameter.CSharpName is not null);
        }

        string[] properties = scope.Assign(wanted);
        string?[] optionTypes = new string?[properties.Length];
        for (int i = 0; i < properties.Length; i++)
        {
            Parameter parameter = workspace.Parameters[i];
            if (parameter.Kind is ParameterKind.Choice or ParameterKind.OpenChoice)
            {
                optionTypes[i] = scope.Take(new NameCandidate(parameter.Name, properties[i] + "Option", IsChosen: false));
            }
        }

        return new MemberNames(descriptorType, properties, optionTypes);
    }

    /// <summary>The members of a parameter's option type. In an enum any name will do; an open option type has members of its own.</summary>
    public static string[] OfOptions(Parameter parameter, string typeName)
    {
        bool isOpen = parameter.Kind == ParameterKind.OpenChoice;
        var scope = new NameScope(StringComparer.Ordinal);
        if (isOpen)
        {
            scope.Reserve(typeName);
        }

        var wanted = new NameCandidate[parameter.Choices.Count];
        for (int i = 0; i < wanted.Length; i++)
        {
            Choice choice = parameter.Choices[i];
            string name = choice.CSharpName ?? CSharpIdentifier.FromOption(choice.Value, choice.Caption);
            bool isTaken = isOpen && (name == OpenTypeValue || ReservedNames.Contains(name));
            wanted[i] = new NameCandidate(choice.Value, isTaken ? name + "Option" : name, choice.CSharpName is not null);
        }

        return scope.Assign(wanted);
    }
}
