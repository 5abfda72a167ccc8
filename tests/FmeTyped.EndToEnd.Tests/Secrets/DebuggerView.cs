using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace FmeTyped.EndToEnd.Tests.Secrets;

/// <summary>What a debugger shows of an object that is unfolded to the end: texts, displays, and all members that are not kept from it.</summary>
internal static partial class DebuggerView
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const int Deepest = 10;

    public static IEnumerable<(string Path, string Text)> From(object? value) =>
        From(value, "", Deepest, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static IEnumerable<(string Path, string Text)> From(object? value, string path, int depth, HashSet<object> seen)
    {
        if (value is null or Pointer || depth == 0 || (value is not string && !value.GetType().IsValueType && !seen.Add(value)))
        {
            yield break;
        }

        yield return (path, DisplayOf(value));
        yield return (path, value.ToString() ?? "");
        if (value is string or Delegate or Type)
        {
            yield break;
        }

        if (value is IEnumerable items and not IAsyncDisposable)
        {
            int index = 0;
            foreach (object? item in items)
            {
                foreach ((string Path, string Text) found in From(item, $"{path}[{index}]", depth - 1, seen))
                {
                    yield return found;
                }

                index++;
            }
        }

        // Of other people's types only those are unfolded that hold what is ours.
        if (!IsOurs(value.GetType()) && value is not Exception && !value.GetType().IsGenericType)
        {
            yield break;
        }

        foreach ((string name, object? member) in MembersOf(value))
        {
            foreach ((string Path, string Text) found in From(member, $"{path}.{name}", depth - 1, seen))
            {
                yield return found;
            }
        }
    }

    private static bool IsOurs(Type type) => !type.Name.StartsWith('<') && type.Assembly.GetName().Name!.StartsWith("FmeTyped", StringComparison.Ordinal);

    private static IEnumerable<(string Name, object? Value)> MembersOf(object value)
    {
        for (Type? type = value.GetType(); type is not null && type != typeof(object) && type != typeof(Exception); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Members).Where(IsShown))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                {
                    yield return (field.Name, field.GetValue(value));
                }
            }

            foreach (PropertyInfo property in type.GetProperties(Members).Where(IsShown))
            {
                if (property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer)
                {
                    object? read;
                    try
                    {
                        read = property.GetValue(value);
                    }
                    catch (TargetInvocationException exception)
                    {
                        read = exception.InnerException; // A debugger shows the exception in the value's place.
                    }

                    yield return (property.Name, read);
                }
            }
        }
    }

    // Fields that the compiler made have a name with an angle bracket, and no debugger shows them.
    private static bool IsShown(MemberInfo member) =>
        member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never && !member.Name.StartsWith('<');

    private static string DisplayOf(object value) =>
        IsOurs(value.GetType()) && value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value is { } format
            ? Expression().Replace(format, match => Evaluated(value, match.Groups[1].Value))
            : "";

    private static string Evaluated(object value, string expression)
    {
        string name = expression.Split(',')[0].Replace("()", "", StringComparison.Ordinal);
        MemberInfo member = value.GetType().GetMember(name, Members & ~BindingFlags.DeclaredOnly).FirstOrDefault()
            ?? throw new InvalidOperationException($"{value.GetType()} has a debugger display with '{expression}', which it does not have.");
        return (member is MethodInfo method ? method.Invoke(value, null)
            : member is PropertyInfo property ? property.GetValue(value)
            : ((FieldInfo)member).GetValue(value))?.ToString() ?? "";
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Expression();
}
